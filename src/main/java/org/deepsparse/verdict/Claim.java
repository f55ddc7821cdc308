package org.deepsparse.verdict;

import java.util.ArrayList;
import java.util.List;
import org.deepsparse.exact.Interval;
import org.deepsparse.exact.Rational;

/// One assertion of a theorem's conclusion about one instance, with what was measured.
public sealed interface Claim {

    /// Which assertion.
    Label label();

    Verdict verdict();

    /// Those of the claims that compare numbers.
    static List<AtMost> comparisons(List<Claim> claims) {
        List<AtMost> comparisons = new ArrayList<>();
        for (Claim claim : claims) {
            if (claim instanceof AtMost atMost) {
                comparisons.add(atMost);
            }
        }
        return comparisons;
    }

    /// `measured <= bound`, both enclosed.
    ///
    /// HOLDS only if every measured value the enclosure allows is at most every bound it allows, VIOLATED
    /// only if none is. An infinite bound is none: nothing was shown.
    record AtMost(Label label, Interval measured, Interval bound) implements Claim {

        /// The claim for numbers known exactly.
        ///
        /// It compares measured/bound with 1. The quotient is rational, so it is enclosed at most at 1
        /// exactly when the claim holds, equality included. A bound of 0 is compared as it is.
        public static AtMost ofExact(Label label, Rational measured, Rational bound) {
            return bound.signum() > 0
                    ? new AtMost(label, measured.dividedBy(bound).enclosure(), Interval.ONE)
                    : new AtMost(label, measured.enclosure(), bound.enclosure());
        }

        @Override
        public Verdict verdict() {
            if (measured.upper() <= bound.lower()) {
                return bound.lower() < Double.POSITIVE_INFINITY ? Verdict.HOLDS : Verdict.UNDECIDED;
            }
            return measured.lower() > bound.upper() ? Verdict.VIOLATED : Verdict.UNDECIDED;
        }

        /// The same claim with its bound multiplied by `factor`.
        public AtMost scaled(double factor) {
            return new AtMost(label, measured, bound.times(factor));
        }

        /// measured.upper / bound.lower: how near the bound is, at worst; NaN where the bound is not
        /// positive.
        public double ratio() {
            return bound.lower() > 0 ? measured.upper() / bound.lower() : Double.NaN;
        }
    }

    /// A yes-or-no assertion, decided by other means than comparing numbers.
    ///
    /// @param evidence what the verdict rests on
    record Decided(Label label, Verdict verdict, List<Evidence> evidence) implements Claim {

        public Decided {
            evidence = List.copyOf(evidence);
        }

        public Decided(Label label, Verdict verdict, Evidence... evidence) {
            this(label, verdict, List.of(evidence));
        }
    }
}

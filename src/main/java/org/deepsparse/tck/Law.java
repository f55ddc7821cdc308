package org.deepsparse.tck;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.deepsparse.verdict.Claim;
import org.deepsparse.verdict.Evidence;
import org.deepsparse.verdict.Verdict;

/// A law for every solver, as claims about one call of it. A solver that throws or returns null where it
/// should answer has broken the law.
public enum Law {
    /// What the theorem says about the solver's kind.
    FINDS_THE_CODE("findsTheCode") {
        @Override
        List<Claim> claims(Question question) {
            List<double[]> codes = question.ask(question.signal().clone(), 1);
            String misshapen = misshapen(question, codes);
            return misshapen.isEmpty()
                    ? question.judge().apply(codes)
                    : List.of(claim("shape", question, false, misshapen));
        }
    },

    /// The array that was handed in is the caller's.
    LEAVES_THE_SIGNAL_ALONE("leavesTheSignalAlone") {
        @Override
        List<Claim> claims(Question question) {
            double[] signal = question.signal().clone();
            question.ask(signal, 1);
            int k = Arrays.mismatch(signal, question.signal());
            return List.of(claim("signal", question, k < 0,
                    k < 0 ? "unchanged" : "entry " + k + " was " + question.signal()[k] + " and is "
                            + signal[k] + " after the call"));
        }
    },

    /// The same signal gives the same bits.
    ANSWERS_ALIKE("answersAlike") {
        @Override
        List<Claim> claims(Question question) {
            List<double[]> first = copy(question.ask(question.signal().clone(), 1));
            List<double[]> second = question.ask(question.signal().clone(), 1);
            return List.of(equal("second-call", question, first, second));
        }
    },

    /// 0 is the only sparsest code of 0, and every iteration stays there.
    CODES_ZERO_AS_ZERO("codesZeroAsZero") {
        @Override
        List<Claim> claims(Question question) {
            List<double[]> codes = question.ask(new double[question.signal().length], 1);
            String misshapen = misshapen(question, codes);
            boolean zero = misshapen.isEmpty()
                    && codes.stream().flatMapToDouble(Arrays::stream).allMatch(entry -> entry == 0);
            String because = misshapen.isEmpty() ? "the signal 0 became " + text(codes) : misshapen;
            return List.of(claim("zero", question, zero, because));
        }
    },

    /// `2^k y` gives `2^k x`, equal as numbers: scaling by powers of two is exact away from overflow and
    /// underflow, so it may change no rounding and no decision. A k for which y or x does not scale exactly
    /// is left out: the solver would be asked about another signal.
    FOLLOWS_POWERS_OF_TWO("followsPowersOfTwo") {
        @Override
        List<Claim> claims(Question question) {
            List<double[]> codes = copy(question.ask(question.signal().clone(), 1));
            return EXPONENTS.stream()
                    .filter(exponent -> scalesExactly(question.signal(), exponent)
                            && codes.stream().allMatch(code -> scalesExactly(code, exponent)))
                    .map(exponent -> {
                        double scale = Math.scalb(1.0, exponent);
                        List<double[]> expected = codes.stream().map(code -> times(code, scale)).toList();
                        List<double[]> scaled = question.ask(times(question.signal(), scale), scale);
                        return equal("scale-2^" + exponent, question, expected, scaled);
                    })
                    .toList();
        }
    },

    /// A signal with one entry too many or too few has no code.
    REFUSES_WRONG_SIZES("refusesWrongSizes") {
        @Override
        List<Claim> claims(Question question) {
            int rows = question.signal().length;
            return List.of(refuses(question, rows - 1), refuses(question, rows + 1));
        }
    };

    /// Large enough that an absolute tolerance between 1e-9 and 1e9 shows, small enough that next to nothing
    /// underflows.
    private static final List<Integer> EXPONENTS = List.of(-30, 30);

    private final String title;

    Law(String title) {
        this.title = title;
    }

    /// The name of its test.
    public String title() {
        return title;
    }

    abstract List<Claim> claims(Question question);

    /// The claims; a failure of the solver becomes a violated one.
    List<Claim> of(Question question) {
        try {
            return claims(question);
        } catch (SolverFailure e) {
            return List.of(claim("answers", question, false, String.valueOf(e.getMessage())));
        }
    }

    private static Claim claim(String label, Question question, boolean holds, String because) {
        Evidence reason = new Evidence.Reason(because);
        return new Claim.Decided(question.place().named(label), Verdict.of(holds), reason);
    }

    /// What is wrong with the codes, whatever their values; empty if nothing is.
    private static String misshapen(Question question, List<double[]> codes) {
        if (codes.size() != question.sizes().size()) {
            return question.sizes().size() + " layers but " + codes.size() + " codes";
        }
        for (int j = 0; j < codes.size(); j++) {
            double[] code = codes.get(j);
            if (code.length != question.sizes().get(j)) {
                return "the dictionary has " + question.sizes().get(j) + " atoms but the code has "
                        + code.length + " entries";
            }
            for (int i = 0; i < code.length; i++) {
                if (!Double.isFinite(code[i])) {
                    return "entry " + i + " of the code is " + code[i];
                }
            }
        }
        return "";
    }

    private static Claim equal(
            String label, Question question, List<double[]> expected, List<double[]> actual) {
        boolean same = expected.size() == actual.size();
        for (int j = 0; same && j < expected.size(); j++) {
            same = Arrays.equals(times(expected.get(j), 1), times(actual.get(j), 1));
        }
        return claim(label, question, same, same ? "equal" : text(actual) + " in place of " + text(expected));
    }

    private static Claim refuses(Question question, int entries) {
        try {
            question.ask(Arrays.copyOf(question.signal(), entries), 1);
            return claim("size-" + entries, question, false, "took a signal of " + entries
                    + " entries for one of " + question.signal().length);
        } catch (SolverFailure e) {
            return claim("size-" + entries, question, e.isRefusal(), String.valueOf(e.getMessage()));
        }
    }

    /// Adding 0 makes the two zeros one.
    private static double[] times(double[] vector, double factor) {
        return Arrays.stream(vector).map(entry -> factor * entry + 0.0).toArray();
    }

    /// Whether every entry comes back when it is multiplied by `2^exponent` and then by its inverse: what is
    /// rounded to a subnormal number or overflows does not. Numbers that are no numbers scale like the
    /// others.
    private static boolean scalesExactly(double[] vector, int exponent) {
        return Arrays.stream(vector)
                .filter(Double::isFinite)
                .allMatch(entry -> entry * Math.scalb(1.0, exponent) * Math.scalb(1.0, -exponent) == entry);
    }

    private static List<double[]> copy(List<double[]> codes) {
        return codes.stream().map(double[]::clone).toList();
    }

    private static String text(List<double[]> codes) {
        Function<double[], String> text = Arrays::toString;
        return String.join(", ", codes.stream().map(text).toList());
    }
}

package org.deepsparse.tck;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.deepsparse.verdict.Claim;
import org.deepsparse.verdict.Evidence;
import org.deepsparse.verdict.Verdict;

/// A law for every solver, as claims about one call of it.
///
/// A solver that throws, returns null or an answer of another shape where it should answer has broken
/// `findsTheCode`. The other laws then say nothing of that call, so that one mistake is reported once.
public enum Law {
    /// What the theorem says about the solver's kind.
    FINDS_THE_CODE("findsTheCode") {
        @Override
        List<Observation> observe(Question question, Exchange plain) {
            return question.judge().apply(plain.answer()).stream()
                    .map(claim -> new Observation(claim, plain)).toList();
        }
    },

    /// The array that was handed in is the caller's.
    LEAVES_THE_SIGNAL_ALONE("leavesTheSignalAlone") {
        @Override
        List<Observation> observe(Question question, Exchange plain) {
            double[] signal = question.signal();
            Exchange exchange = question.ask(signal, 1);
            int k = Arrays.mismatch(signal, question.signal());
            return List.of(observation("signal", question, exchange, k < 0,
                    k < 0 ? "unchanged" : "entry " + k + " was " + question.signal()[k] + " and is "
                            + signal[k] + " after the call"));
        }
    },

    /// The same signal gives the same bits.
    ANSWERS_ALIKE("answersAlike") {
        @Override
        List<Observation> observe(Question question, Exchange plain) {
            return List.of(equal("second-call", question, plain.answer(), question.ask(),
                    "the second call of the same signal"));
        }
    },

    /// 0 is the only sparsest code of 0, and every iteration stays there.
    CODES_ZERO_AS_ZERO("codesZeroAsZero") {
        @Override
        List<Observation> observe(Question question, Exchange plain) {
            Exchange exchange = question.ask(new double[question.signal().length], 1);
            String misshapen = misshapen(question, exchange.answer());
            boolean zero = misshapen.isEmpty()
                    && exchange.answer().stream().flatMapToDouble(Arrays::stream)
                            .allMatch(entry -> entry == 0);
            String because = misshapen.isEmpty()
                    ? "the signal 0 became " + text(exchange.answer())
                    : misshapen;
            return List.of(observation("zero", question, exchange, zero, because));
        }
    },

    /// `2^k y` gives `2^k x`, equal as numbers: scaling by powers of two is exact away from overflow and
    /// underflow, so it may change no rounding and no decision. A k for which y or x does not scale exactly
    /// is left out: the solver would be asked about another signal. A solver that does not answer alike is
    /// not asked either, since `answersAlike` has that.
    FOLLOWS_POWERS_OF_TWO("followsPowersOfTwo") {
        @Override
        List<Observation> observe(Question question, Exchange plain) {
            Exchange second = question.ask();
            if (!sameNumbers(plain.answer(), second.answer())) {
                return List.of(notAsked(question, second, ANSWERS_ALIKE));
            }
            List<double[]> codes = plain.answer();
            return EXPONENTS.stream()
                    .filter(exponent -> scalesExactly(question.signal(), exponent)
                            && codes.stream().allMatch(code -> scalesExactly(code, exponent)))
                    .map(exponent -> scaled(question, codes, exponent))
                    .toList();
        }
    },

    /// A signal with one entry too many or too few has no code.
    REFUSES_WRONG_SIZES("refusesWrongSizes") {
        @Override
        List<Observation> observe(Question question, Exchange plain) {
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

    /// What the law claims.
    ///
    /// @param plain the answer to the signal as it is, in the right shape
    abstract List<Observation> observe(Question question, Exchange plain);

    /// The claims, each with its call; a failure of the solver becomes a violated one.
    List<Observation> of(Question question) {
        Exchange plain;
        try {
            plain = question.ask();
        } catch (SolverFailure e) {
            return List.of(unanswered(question, e.exchange(), "answers", message(e)));
        }
        String misshapen = misshapen(question, plain.answer());
        if (!misshapen.isEmpty()) {
            return List.of(unanswered(question, plain, "shape", misshapen));
        }
        try {
            return observe(question, plain);
        } catch (SolverFailure e) {
            return List.of(observation("answers", question, e.exchange(), false, message(e)));
        }
    }

    /// Of a call without an answer that could be looked at.
    private Observation unanswered(Question question, Exchange exchange, String label, String because) {
        return this == FINDS_THE_CODE
                ? observation(label, question, exchange, false, because)
                : notAsked(question, exchange, FINDS_THE_CODE);
    }

    private static Observation notAsked(Question question, Exchange exchange, Law other) {
        return new Observation(new Claim.Decided(question.place().named("asked"), Verdict.NOT_APPLICABLE,
                new Evidence.Reason("left to " + other.title)), exchange);
    }

    private static Observation observation(String label, Question question, Exchange exchange, boolean holds,
            String because) {
        Evidence reason = new Evidence.Reason(because);
        return new Observation(
                new Claim.Decided(question.place().named(label), Verdict.of(holds), reason), exchange);
    }

    /// What is wrong with the codes, whatever their values; empty if nothing is.
    private static String misshapen(Question question, List<double[]> codes) {
        if (codes.size() != question.truth().size()) {
            return question.truth().size() + " layers but " + codes.size() + " codes";
        }
        for (int j = 0; j < codes.size(); j++) {
            double[] code = codes.get(j);
            int atoms = question.truth().get(j).size();
            if (code.length != atoms) {
                return "the dictionary has " + atoms + " atoms but the code has " + code.length + " entries";
            }
            for (int i = 0; i < code.length; i++) {
                if (!Double.isFinite(code[i])) {
                    return "entry " + i + " of the code is " + code[i];
                }
            }
        }
        return "";
    }

    /// What becomes of the signal times `2^exponent`, an answer or none.
    private static Observation scaled(Question question, List<double[]> codes, int exponent) {
        String label = "scale-2^" + exponent;
        double scale = Math.scalb(1.0, exponent);
        try {
            Exchange exchange = question.ask(times(question.signal(), scale), scale);
            return equal(label, question, codes.stream().map(code -> times(code, scale)).toList(), exchange,
                    "the signal times 2^" + exponent);
        } catch (SolverFailure e) {
            return observation(label, question, e.exchange(), false,
                    "for the signal times 2^" + exponent + " " + message(e));
        }
    }

    private static Observation equal(
            String label, Question question, List<double[]> expected, Exchange actual, String asked) {
        boolean same = sameNumbers(expected, actual.answer());
        return observation(label, question, actual, same, same
                ? "equal"
                : asked + " became " + text(actual.answer()) + " in place of " + text(expected));
    }

    private static boolean sameNumbers(List<double[]> expected, List<double[]> actual) {
        boolean same = expected.size() == actual.size();
        for (int j = 0; same && j < expected.size(); j++) {
            same = Arrays.equals(times(expected.get(j), 1), times(actual.get(j), 1));
        }
        return same;
    }

    private static Observation refuses(Question question, int entries) {
        try {
            Exchange exchange = question.ask(Arrays.copyOf(question.signal(), entries), 1);
            return observation("size-" + entries, question, exchange, false, "took a signal of " + entries
                    + " entries for one of " + question.signal().length);
        } catch (SolverFailure e) {
            return observation("size-" + entries, question, e.exchange(), e.isRefusal(), message(e));
        }
    }

    private static String message(SolverFailure failure) {
        return String.valueOf(failure.getMessage());
    }

    /// Adding 0 makes the two zeros one.
    private static double[] times(double[] vector, double factor) {
        return Arrays.stream(vector).map(entry -> factor * entry + 0.0).toArray();
    }

    /// Whether every entry comes back when it is multiplied by `2^exponent` and then by its inverse: what is
    /// rounded to a subnormal number or overflows does not.
    private static boolean scalesExactly(double[] vector, int exponent) {
        return Arrays.stream(vector)
                .allMatch(entry -> entry * Math.scalb(1.0, exponent) * Math.scalb(1.0, -exponent) == entry);
    }

    private static String text(List<double[]> codes) {
        Function<double[], String> text = Arrays::toString;
        return String.join(", ", codes.stream().map(text).toList());
    }
}

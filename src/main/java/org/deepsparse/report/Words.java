package org.deepsparse.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deepsparse.exact.Rational;
import org.deepsparse.exact.RationalVector;
import org.deepsparse.verdict.Claim;
import org.deepsparse.verdict.Evidence;
import org.deepsparse.verdict.Judgement;
import org.deepsparse.verdict.Verdict;

/// Verdicts and their evidence in words, one line each.
public final class Words {

    private Words() {}

    /// Why the verdict is what it is: the first hypothesis or claim that has this verdict, named, with what
    /// it rests on.
    public static String because(Judgement judgement) {
        Verdict hypothesis = judgement.verdict() == Verdict.NOT_APPLICABLE
                ? Verdict.VIOLATED
                : judgement.verdict();
        Optional<String> decision = judgement.decisions().stream()
                .filter(decided -> judgement.claims().isEmpty() && decided.decision().verdict() == hypothesis)
                .map(decided -> decided.name() + " (" + decided.formula() + "): "
                        + of(decided.decision().evidence()))
                .findFirst();
        Optional<String> claim = judgement.claims().stream()
                .filter(one -> one.verdict() == judgement.verdict())
                .map(one -> one.label() + ": " + of(one))
                .findFirst();
        return Stream.concat(decision.stream(), claim.stream()).findFirst()
                .orElse("the conclusion claims nothing");
    }

    /// What was measured, or what the verdict rests on.
    public static String of(Claim claim) {
        return switch (claim) {
            case Claim.AtMost compared -> "measured " + compared.measured() + ", bound " + compared.bound();
            case Claim.Decided decided -> of(decided.evidence());
        };
    }

    public static String of(List<Evidence> evidence) {
        return evidence.stream().map(Words::of).collect(Collectors.joining("; "));
    }

    public static String of(Evidence evidence) {
        return switch (evidence) {
            case Evidence.Dependence dependence ->
                "0 = " + combination(dependence.atoms(), dependence.coefficients());
            case Evidence.RivalCode codes -> codes.rival() + " besides " + codes.code();
            case Evidence.RivalChain chains -> chains.rival() + " besides " + chains.chain();
            case Evidence.DualVector dual -> "dual certificate " + joined(dual.multipliers());
            case Evidence.Pair pair -> "atoms " + pair.first() + " and " + pair.second();
            case Evidence.Exhaustion exhaustion -> "all looked at: " + exhaustion.what();
            case Evidence.Facts facts ->
                facts.facts().stream().map(fact -> fact.name() + " = " + fact.value())
                        .collect(Collectors.joining(", "));
            case Evidence.Reason reason -> reason.text();
        };
    }

    /// `d_0 - 2 d_3`.
    private static String combination(List<Integer> atoms, RationalVector coefficients) {
        return IntStream.range(0, atoms.size()).mapToObj(k -> {
            Rational coefficient = coefficients.get(k);
            String sign = coefficient.signum() < 0 ? (k == 0 ? "-" : " - ") : (k == 0 ? "" : " + ");
            String size = coefficient.abs().equals(Rational.ONE) ? "" : coefficient.abs() + " ";
            return sign + size + "d_" + atoms.get(k);
        }).collect(Collectors.joining());
    }

    private static String joined(List<RationalVector> vectors) {
        return vectors.stream().map(RationalVector::toString).collect(Collectors.joining(", "));
    }
}

package org.deepsparse.decider;

import java.util.Optional;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.exact.RationalVector;
import org.deepsparse.verdict.Answer;
import org.deepsparse.verdict.Evidence;
import org.deepsparse.verdict.Verdict;

/// Decides whether a code is the only one of its signal with at most k nonzeros.
///
/// By exhaustive search where the supports are few enough. Else because every 2k atoms are independent, so
/// that no signal has two such codes; if some are not, this signal may still have only one, and the question
/// stays open.
public final class OnlySparseCode {

    private OnlySparseCode() {}

    /// @param code x, with at most `sparsity` nonzeros; its signal is `D x`
    /// @param sparsity k
    /// @param supports how many supports a search may visit
    /// @param subsets how many subsets of atoms an enumeration may visit
    /// @throws IllegalArgumentException if the code has not one entry an atom or more than k nonzeros, or if
    ///     k is larger than the number of atoms
    public static Answer decide(Dictionary dictionary, RationalVector code, int sparsity, long supports,
            long subsets) {
        RationalVector signal = dictionary.times(code);
        if (code.support().length > sparsity || sparsity > dictionary.atoms()) {
            throw new IllegalArgumentException(
                    "code has " + code.support().length + " nonzeros and the dictionary "
                            + dictionary.atoms() + " atoms, but the sparsity is " + sparsity);
        }
        if (ExhaustiveL0.supports(dictionary.atoms(), sparsity) > supports) {
            int size = Math.min(2 * sparsity, dictionary.atoms());
            Answer independent = Independence.decide(dictionary, size, subsets);
            return independent.verdict() == Verdict.VIOLATED
                    ? new Answer(Verdict.UNDECIDED, independent.evidence())
                    : independent;
        }
        ExhaustiveL0.Codes codes = ExhaustiveL0.codes(dictionary, signal, sparsity, 2);
        Optional<RationalVector> other = codes.found().stream().filter(found -> !found.equals(code))
                .findFirst();
        if (other.isPresent()) {
            return Answer.of(Verdict.VIOLATED, new Evidence.RivalCode(code, other.get()));
        }
        return codes.complete()
                ? Answer.of(Verdict.HOLDS,
                        new Evidence.Exhaustion("supports of up to " + sparsity + " atoms",
                                (long) ExhaustiveL0.supports(dictionary.atoms(), sparsity)))
                : Answer.undecided(
                        "some atoms are dependent modulo several primes only, and codes on them were not "
                                + "looked for");
    }
}

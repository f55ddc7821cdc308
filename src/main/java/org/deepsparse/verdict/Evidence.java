package org.deepsparse.verdict;

import java.util.List;
import org.deepsparse.exact.RationalVector;

/// What a verdict rests on, as data that a stranger can check by hand. Words are made of it elsewhere.
///
/// Vectors are exact. Atoms, entries and pairs are counted from 0, layers from 1.
public sealed interface Evidence {

    /// `sum_k c_k d_k = 0`: atoms that are linearly dependent.
    ///
    /// @param atoms the numbers of the atoms, ascending
    /// @param coefficients c, one an atom, none of them 0
    record Dependence(List<Integer> atoms, RationalVector coefficients) implements Evidence {
        public Dependence {
            atoms = List.copyOf(atoms);
            if (atoms.size() != coefficients.size()) {
                throw new IllegalArgumentException(
                        atoms.size() + " atoms but " + coefficients.size() + " coefficients");
            }
        }
    }

    /// A code, and another one that should not exist: of the same signal, and as sparse or as cheap.
    ///
    /// @param code the code that was said to be the only one, or the best
    /// @param rival the other one
    record RivalCode(RationalVector code, RationalVector rival) implements Evidence {}

    /// The same for chains of codes, first layer first.
    record RivalChain(List<RationalVector> chain, List<RationalVector> rival) implements Evidence {
        public RivalChain {
            chain = List.copyOf(chain);
            rival = List.copyOf(rival);
        }
    }

    /// Multipliers that prove a minimum by duality, one vector a layer, first layer first.
    ///
    /// For one layer nu proves that x is the only minimiser of norm1(z) under `D z = D x`: `<d_i, nu>` is the
    /// sign of x_i on the support, smaller than 1 in size off it, and the atoms of the support are
    /// independent.
    record DualVector(List<RationalVector> multipliers) implements Evidence {
        public DualVector {
            multipliers = List.copyOf(multipliers);
        }
    }

    /// Two atoms, for instance those that attain the mutual coherence; `first < second`.
    record Pair(int first, int second) implements Evidence {}

    /// Every one of finitely many possibilities was looked at, exactly. Nothing shorter than looking again
    /// checks it.
    ///
    /// @param what what was enumerated: `subsets of 4 atoms`
    /// @param supports how many sets of atoms that were, as far as a long can count; 0 if it was something
    ///     else
    record Exhaustion(String what, long supports) implements Evidence {

        /// Of something else than sets of atoms.
        public Exhaustion(String what) {
            this(what, 0);
        }
    }

    /// Named numbers that a decision compared, or what else it found.
    record Facts(List<Fact> facts) implements Evidence {

        public Facts {
            facts = List.copyOf(facts);
        }

        /// One number with its name.
        ///
        /// @param name as in proofs-notes/notation.md: `lambda`, `mu^2`
        /// @param value exact or enclosed: `1/9`, `[0.3, 0.4]`
        public record Fact(String name, String value) {}

        /// Names and values in turn.
        ///
        /// @throws IllegalArgumentException if a name has no value
        public static Facts of(Object... namesAndValues) {
            if (namesAndValues.length % 2 != 0) {
                throw new IllegalArgumentException(
                        "facts have " + namesAndValues.length + " parts: a name has no value");
            }
            Fact[] facts = new Fact[namesAndValues.length / 2];
            for (int k = 0; k < facts.length; k++) {
                facts[k] = new Fact(String.valueOf(namesAndValues[2 * k]),
                        String.valueOf(namesAndValues[2 * k + 1]));
            }
            return new Facts(List.of(facts));
        }
    }

    /// A reason that is no number: an activation that jumps, a solver that threw, a budget that ran out.
    record Reason(String text) implements Evidence {}
}

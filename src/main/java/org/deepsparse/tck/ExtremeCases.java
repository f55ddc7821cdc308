package org.deepsparse.tck;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.deepsparse.instance.Recipe;
import org.deepsparse.theorem.Check;
import org.deepsparse.theorem.Sharp;
import org.deepsparse.theorem.Theorem;
import org.deepsparse.verdict.Verdict;

/// The cases at the edge of a theorem, the same in every run: structured dictionaries at the largest sparsity
/// that all hypotheses allow, chains of them, and the theorem's sharp examples.
///
/// @param iterations K of unrolled networks, 0 for other solvers
/// @param noisy whether the same dictionaries come with noise too
/// @param deep whether the theorem is about chains
record ExtremeCases(int iterations, boolean noisy, boolean deep) {

    /// Equiangular (simplex, core, Steiner frame), with signs flipped, with unequal norms, with ties broken
    /// by little, and others with many ties.
    private static final List<String> DICTIONARIES = List.of(
            "simplex(4)",
            "simplex(9)",
            "core(3)",
            "core(7)",
            "core(15)",
            "steiner(7)",
            "identity-hadamard(4)",
            "identity-hadamard(16)",
            "affine(4)",
            "shuffled-core(7)",
            "shuffled-simplex(6)",
            "scaled-core(7)",
            "scaled-identity-hadamard(16)",
            "perturbed-core(7)",
            "perturbed-simplex(9)");

    private static final List<String> CHAINS = List.of(
            "core(7):2/shuffled-disjoint(8,2):1",
            "core(15):6,leaky(1/4)/shuffled-disjoint(16,2):3",
            "core(7):2,leaky(1/2)/disjoint(8,2):1,leaky(1/8)/shuffled-identity(4):1");

    /// One atom ten times as long as the others: a solver that compares inner products without dividing by
    /// norms takes it first.
    private static final List<String> EXAMPLES = List.of("uniqueness:example=long-atom",
            "omp-exact:example=long-atom");

    /// @param law decides which cases are inside
    <I> List<Recipe> of(Theorem<I> theorem, Check<I> law) {
        List<Recipe> cases = new ArrayList<>();
        for (String noise : noisy ? List.of("", ",noise=0.125") : List.of("")) {
            String start = theorem.id() + ":seed=1" + (iterations > 0 ? ",K=" + iterations : "") + noise
                    + "/";
            DICTIONARIES.forEach(
                    dictionary -> largestSparsity(law, start + dictionary + ":").ifPresent(cases::add));
            if (deep) {
                CHAINS.stream().map(chain -> Recipe.parse(start + chain))
                        .filter(recipe -> isInside(law, recipe)).forEach(cases::add);
            }
        }
        Stream<Recipe> examples = EXAMPLES.stream().map(Recipe::parse)
                .filter(recipe -> recipe.theorem().equals(theorem.id()));
        Stream.concat(examples, theorem.sharp().stream().map(Sharp::recipe))
                .filter(recipe -> isInside(law, recipe))
                .forEach(cases::add);
        return cases;
    }

    /// The hypotheses are asked, not a formula.
    private static Optional<Recipe> largestSparsity(Check<?> law, String start) {
        Optional<Recipe> largest = Optional.empty();
        for (int sparsity = 1;; sparsity++) {
            Optional<Recipe> next = Optional.of(Recipe.parse(start + sparsity))
                    .filter(recipe -> isInside(law, recipe));
            if (next.isEmpty()) {
                return largest;
            }
            largest = next;
        }
    }

    private static <I> boolean isInside(Check<I> law, Recipe recipe) {
        I instance = law.instance(recipe);
        return law.hypotheses().stream()
                .allMatch(hypothesis -> hypothesis.decide(instance).verdict() == Verdict.HOLDS);
    }
}

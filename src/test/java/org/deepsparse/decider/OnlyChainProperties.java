package org.deepsparse.decider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.deepsparse.activation.Identity;
import org.deepsparse.activation.Jump;
import org.deepsparse.activation.LeakyRelu;
import org.deepsparse.activation.PiecewiseLinear;
import org.deepsparse.activation.Relu;
import org.deepsparse.coding.Chain;
import org.deepsparse.coding.Layer;
import org.deepsparse.coding.Problem;
import org.deepsparse.coding.SparseCode;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.exact.Rational;
import org.deepsparse.exact.RationalVector;
import org.deepsparse.instance.family.RandomInteger;
import org.deepsparse.instance.family.StandardBasis;
import org.deepsparse.linalg.Matrix;
import org.deepsparse.verdict.Answer;
import org.deepsparse.verdict.Evidence;
import org.deepsparse.verdict.Verdict;

/// Is a chain the only exact one within the budgets? Against all chains, where they are finitely many.
class OnlyChainProperties {

    private static final long PLENTY = 10_000;

    private static final List<PiecewiseLinear> ACTIVATIONS = List.of(new Identity(), new LeakyRelu(0.5),
            new Jump());

    private record Question(Problem problem, Chain chain) {

        static Question draw(long seed) {
            UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
            int width = 3 + random.nextInt(2);
            Dictionary lower = new RandomInteger(1 + random.nextInt(3), width, 1).dictionary(random);
            Dictionary upper = new RandomInteger(width, 2 + random.nextInt(3), 1).dictionary(random);
            double[] top = new double[upper.atoms()];
            top[random.nextInt(top.length)] = random.nextInt(1, 3);
            Layer second = new Layer(upper, ACTIVATIONS.get(random.nextInt(3)), 1);
            SparseCode below = new SparseCode(second.synthesize(SparseCode.of(top)));
            Layer first = new Layer(lower, ACTIVATIONS.get(random.nextInt(3)),
                    Math.min(width, below.sparsity() + random.nextInt(2)));
            return new Question(
                    Problem.exact(first.synthesize(below), List.of(first, second)),
                    new Chain(List.of(below, SparseCode.of(top))));
        }

        Answer ask(Optional<Chain> rival) {
            Answer answer = OnlyChain.decide(problem, chain, rival, PLENTY);
            CheckedEvidence.ofOnlyChain(problem, chain, answer);
            return answer;
        }

        /// Whether a code within the budget is alone on its support, so that there are finitely many chains.
        boolean hasIndependentSupports() {
            return problem.layers().stream().allMatch(layer -> subsets(layer).stream()
                    .allMatch(atoms -> layer.dictionary().exact(atoms).rank() == atoms.length));
        }

        private static List<int[]> subsets(Layer layer) {
            return IntStream.range(0, 1 << layer.dictionary().atoms())
                    .filter(bits -> Integer.bitCount(bits) <= layer.sparsityBudget())
                    .mapToObj(bits -> IntStream.range(0, layer.dictionary().atoms())
                            .filter(i -> (bits >> i & 1) == 1).toArray())
                    .toList();
        }

        /// One code at most for each support; what is not in the range of an activation has no code above it.
        List<Chain> allChains() {
            List<Chain> chains = new ArrayList<>();
            for (SparseCode below : codes(problem.layer(1), problem.signal())) {
                for (SparseCode top : codes(problem.layer(2), below.entries())) {
                    chains.add(new Chain(List.of(below, top)));
                }
            }
            return chains;
        }

        private static List<SparseCode> codes(Layer layer, RationalVector below) {
            return subsets(layer).stream()
                    .flatMap(atoms -> layer.dictionary().exact(atoms).solve(layer.preimage(below))
                            .map(z -> new SparseCode(
                                    RationalVector.sparse(layer.dictionary().atoms(), atoms, z)))
                            .stream())
                    .filter(code -> layer.synthesize(code).equals(below))
                    .distinct()
                    .toList();
        }
    }

    @Property(seed = "1", tries = 600)
    void theVerdictIsThatOfAllChains(@ForAll long seed) {
        Question question = Question.draw(seed);
        Assume.that(question.hasIndependentSupports());
        List<Chain> all = question.allChains();
        assertTrue(all.contains(question.chain));
        Answer answer = question.ask(Optional.empty());
        if (answer.verdict() == Verdict.HOLDS) {
            assertEquals(List.of(question.chain), all);
        }
        for (Chain chain : all) {
            assertEquals(
                    chain.equals(question.chain) ? answer.verdict() : Verdict.VIOLATED,
                    question.ask(Optional.of(chain)).verdict());
        }
        Statistics.collect(answer.verdict());
        Statistics.coverage(coverage -> {
            coverage.check(Verdict.HOLDS).percentage(share -> share > 20);
            coverage.check(Verdict.VIOLATED).percentage(share -> share > 5);
        });
    }

    /// `y = x_1 + x_2 + x_3 = 1` has the three codes e_1, e_2, e_3 of one entry. e_1 and e_3 are atoms of the
    /// upper layer, e_2 is none, so a search that goes on with the first two codes meets one chain of two.
    private static Problem threeCodesBelow(Dictionary upper) {
        Layer first = new Layer(Dictionary.of(Matrix.ofRows(new double[] {1, 1, 1})), new Identity(), 1);
        return Problem.exact(RationalVector.of(1.0), List.of(first, new Layer(upper, new Identity(), 1)));
    }

    @Example
    void aChainAboveTheThirdCodeIsNotOverlooked() {
        Dictionary upper = Dictionary
                .of(Matrix.ofRows(new double[] {1, 0}, new double[] {0, 0}, new double[] {0, 1}));
        Chain chain = new Chain(List.of(SparseCode.of(1, 0, 0), SparseCode.of(1, 0)));
        Chain other = new Chain(List.of(SparseCode.of(0, 0, 1), SparseCode.of(0, 1)));
        Question question = new Question(threeCodesBelow(upper), chain);
        assertEquals(List.of(chain, other), question.allChains());
        assertEquals(Verdict.UNDECIDED, question.ask(Optional.empty()).verdict());
        Evidence rival = new Evidence.RivalChain(chain.entries(), other.entries());
        assertEquals(Answer.of(Verdict.VIOLATED, rival), question.ask(Optional.of(other)));
    }

    /// A jump takes no value in (0, 1), so a code with the entry 1/2 is below nothing, although
    /// [Jump#inverse] goes on there.
    @Example
    void whatAnActivationNeverTakesIsBelowNoCode() {
        Dictionary lower = Dictionary.of(Matrix.ofRows(new double[] {1, 4}));
        Layer first = new Layer(lower, new Identity(), 1);
        Layer second = new Layer(new StandardBasis(2).dictionary(), new Jump(), 1);
        Chain chain = new Chain(List.of(SparseCode.of(2, 0), SparseCode.of(1, 0)));
        Question question = new Question(Problem.exact(RationalVector.of(2.0), List.of(first, second)),
                chain);
        assertEquals(List.of(chain), question.allChains());
        assertFalse(question.ask(Optional.empty()).verdict() == Verdict.VIOLATED);
    }

    /// The question is about exact chains, so one that only meets a tolerance is no rival.
    @Example
    void aRivalWithinAToleranceIsNoExactChain() {
        Layer layer = new Layer(new StandardBasis(2).dictionary(), new Identity(), 2);
        Chain chain = new Chain(List.of(SparseCode.of(1, 0)));
        Problem problem = new Problem(RationalVector.of(1, 0), List.of(layer), List.of(Rational.ONE));
        Chain near = new Chain(List.of(SparseCode.of(1, 0.5)));
        assertTrue(problem.isSolvedBy(near));
        assertEquals(Verdict.HOLDS, new Question(problem, chain).ask(Optional.of(near)).verdict());
    }

    @Example
    void itIsSaidWhyNothingWasSearched() {
        Layer forgetful = new Layer(new StandardBasis(2).dictionary(), new Relu(), 2);
        Problem relu = Problem.exact(RationalVector.of(1, 0), List.of(forgetful));
        Chain chain = new Chain(List.of(SparseCode.of(1, 0)));
        assertFalse(OnlyChain.isSearchable(relu, PLENTY));
        assertEquals(Verdict.UNDECIDED, new Question(relu, chain).ask(Optional.empty()).verdict());
        Layer wide = new Layer(new StandardBasis(2).dictionary(), new Identity(), 2);
        Problem few = Problem.exact(RationalVector.of(1, 0), List.of(wide));
        assertTrue(OnlyChain.isSearchable(few, 4) && !OnlyChain.isSearchable(few, 3), "4 supports");
        assertEquals(Verdict.UNDECIDED, OnlyChain.decide(few, chain, Optional.empty(), 3).verdict());
    }
}

package org.deepsparse.tck;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.rng.simple.RandomSource;
import org.deepsparse.coding.SparseCode;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.exact.RationalVector;
import org.deepsparse.instance.ChainInstance;
import org.deepsparse.instance.DrawnRecipe;
import org.deepsparse.instance.Recipe;
import org.deepsparse.pursuit.OrthogonalMatchingPursuit;
import org.deepsparse.verdict.Claim;
import org.deepsparse.verdict.Evidence;
import org.deepsparse.verdict.Verdict;
import org.junit.jupiter.api.Test;

/// Solvers are held to their promises without a test framework: by values that say what was found.
class SolverContractTest {

    private static final Recipe CORE = Recipe.parse("omp-exact:seed=1/core(7):3");

    private static double[] right(Dictionary dictionary, double[] signal, int sparsity) {
        return OrthogonalMatchingPursuit.code(dictionary, RationalVector.of(signal), sparsity).nearest();
    }

    private static double[] nothing(Dictionary dictionary, double[] signal, int sparsity) {
        return new double[dictionary.atoms()];
    }

    private static SolverContract<ChainInstance> contract(Solver.OfLayer solver) {
        return new SolverContract<>(Promise.greedy(solver, Accuracy.exact()));
    }

    @Test
    void aRightSolverKeepsItsPromises() {
        SolverContract<ChainInstance> contract = contract(SolverContractTest::right);
        for (Law law : contract.laws()) {
            assertEquals(new Finding.Fine(Verdict.HOLDS), contract.judge(law, CORE));
            assertEquals(new Finding.Fine(Verdict.HOLDS), contract.judgeAlone(law, CORE));
            assertEquals(new Finding.Fine(Verdict.HOLDS), contract.judgeAll(law, List.of(CORE)));
        }
    }

    /// Every simpler case is fine, and the numbers are those of the case that is named.
    @Test
    void aFindingIsAboutTheSmallestCase() {
        SolverContract<ChainInstance> contract = contract(SolverContractTest::nothing);
        Finding.Failed failed = assertInstanceOf(Finding.Failed.class,
                contract.judge(Law.FINDS_THE_CODE, CORE));
        assertEquals(Verdict.VIOLATED, failed.verdict());
        for (Recipe smaller : failed.failure().recipe().smaller()) {
            assertInstanceOf(Finding.Fine.class, contract.judge(Law.FINDS_THE_CODE, smaller), smaller.text());
        }
        Finding alone = contract.judgeAlone(Law.FINDS_THE_CODE, failed.failure().recipe());
        assertEquals(failed.failure().judgement().claims(),
                assertInstanceOf(Finding.Failed.class, alone).failure().judgement().claims());
        assertEquals(failed.failure(), assertInstanceOf(Finding.Failed.class,
                contract.judgeAll(Law.FINDS_THE_CODE, List.of(CORE, CORE))).failure());
        Exchange exchange = failed.exchange().orElseThrow();
        ChainInstance smallest = contract.theorem().instance(failed.failure().recipe());
        assertEquals(smallest.problem().signal(), RationalVector.of(exchange.signal()));
        assertEquals(1, exchange.dictionaries().size());
        assertArrayEquals(smallest.problem().layer(1).dictionary().matrix().toColumnMajor(),
                exchange.dictionaries().getFirst().toColumnMajor());
        assertEquals(smallest.truth().codes(), exchange.truth());
        assertArrayEquals(new double[smallest.truth().code(1).size()], exchange.answer().getFirst());
    }

    /// What fails in the judge is a mistake of this program, and no verdict on the solver.
    @Test
    void onlyTheSolversOwnFailuresAreHeldAgainstIt() {
        List<SparseCode> truth = List.of(SparseCode.of(1));
        Question judgedWrongly = new Question(Question.CALL, List.of(), new double[] {1},
                (signal, scale) -> List.of(signal), truth, codes -> {
                    throw new IllegalStateException("the judge");
                });
        assertThrows(IllegalStateException.class, () -> Law.FINDS_THE_CODE.of(judgedWrongly));
        RuntimeException failure = new IllegalStateException("the solver");
        Question unanswered = new Question(Question.CALL, List.of(), new double[] {1}, (signal, scale) -> {
            throw failure;
        }, truth, codes -> List.of());
        Observation observation = Law.FINDS_THE_CODE.of(unanswered).getFirst();
        assertEquals(Optional.of(failure), observation.exchange().thrown());
        Claim.Decided claim = assertInstanceOf(Claim.Decided.class, observation.claim());
        String because = assertInstanceOf(Evidence.Reason.class, claim.evidence().getFirst()).text();
        String place = "the solver throws java.lang.IllegalStateException: the solver at "
                + "org.deepsparse.tck.SolverContractTest.";
        assertEquals(Verdict.VIOLATED, claim.verdict());
        assertTrue(because.startsWith(place), because);
    }

    /// The other laws leave it to `findsTheCode` to say that there was no answer, or no law to try.
    @Test
    void oneMistakeIsReportedOnce() {
        SolverContract<ChainInstance> silent = new SolverContract<>(
                Promise.greedy((dictionary, signal, sparsity) -> {
                    throw new IllegalStateException("no answer");
                }, Accuracy.exact()).followingPowersOfTwo().refusingWrongSizes());
        for (Law law : silent.laws()) {
            Verdict expected = law == Law.FINDS_THE_CODE ? Verdict.VIOLATED : Verdict.NOT_APPLICABLE;
            assertEquals(expected, silent.judgeAll(law, List.of(CORE)).verdict(), law.title());
            assertEquals(expected, silent.judgeAlone(law, CORE).verdict(), law.title());
            assertEquals(law == Law.FINDS_THE_CODE,
                    silent.judgeAll(law, List.of()) instanceof Finding.NothingShown, law.title());
        }
    }

    /// A solver that is wrong once and right from then on has been seen to be wrong.
    @Test
    void onceWrongIsWrong() {
        AtomicInteger calls = new AtomicInteger();
        SolverContract<ChainInstance> contract = contract(
                (dictionary, signal, sparsity) -> calls.getAndIncrement() == 0
                        ? nothing(dictionary, signal, sparsity)
                        : right(dictionary, signal, sparsity));
        Finding.Failed failed = assertInstanceOf(Finding.Failed.class,
                contract.judgeAll(Law.FINDS_THE_CODE, List.of(CORE, CORE)));
        assertEquals(Verdict.VIOLATED, failed.verdict());
        assertEquals(CORE, failed.failure().recipe());
    }

    @Test
    void whatIsNotSupportedShowsNothing() {
        SolverContract<ChainInstance> contract = new SolverContract<>(
                Promise.greedy(SolverContractTest::right, Accuracy.exact()).supporting(layer -> false));
        assertEquals(new Finding.Fine(Verdict.NOT_APPLICABLE), contract.judge(Law.FINDS_THE_CODE, CORE));
        assertEquals(
                new Finding.NothingShown(Law.FINDS_THE_CODE, "omp-exact", 2),
                contract.judgeAll(Law.FINDS_THE_CODE, List.of(CORE, CORE)));
        assertEquals(List.of(), contract.extremeCases());
        Finding alone = contract.judgeAlone(Law.FINDS_THE_CODE, CORE);
        assertEquals(Verdict.NOT_APPLICABLE,
                assertInstanceOf(Finding.Failed.class, alone, "not green").verdict());
        Recipe elsewhere = Recipe.parse("uniqueness:seed=1/core(7):3");
        assertEquals(new Finding.Fine(Verdict.NOT_APPLICABLE),
                contract.judgeAlone(Law.FINDS_THE_CODE, elsewhere));
    }

    @Test
    void drawsAreWhatTheSolverSupports() {
        SolverContract<ChainInstance> contract = new SolverContract<>(
                Promise.greedy(SolverContractTest::right, Accuracy.exact())
                        .supporting(layer -> layer.dictionary().atoms() <= 16));
        for (int seed = 0; seed < 20; seed++) {
            DrawnRecipe drawn = (DrawnRecipe) contract.draw(RandomSource.XO_SHI_RO_256_PP.create(seed));
            assertTrue(drawn.layers().get(0).atoms() <= 16, drawn.text());
        }
    }
}

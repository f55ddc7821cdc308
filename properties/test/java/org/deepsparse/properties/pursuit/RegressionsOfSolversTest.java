package org.deepsparse.properties.pursuit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.deepsparse.properties.PursuitContract;
import org.deepsparse.properties.Rejections;
import org.deepsparse.trial.Regression;
import org.junit.jupiter.api.Test;

/// Solvers are tried on the cases that once failed.
class RegressionsOfSolversTest {

    private static final int TRIES = 5;

    private static final Regression CORE = Regression
            .parse("HOLDS omp-exact:seed=1/core(7):3 # no least squares", "here").get(0);

    /// A right solver, so that nothing else fails.
    static class WithAMisspeltRegression extends OmpInDoublesContractProperties {
        @Override
        public List<Regression> regressions() {
            return Regression.parse("HOLDS omp:seed=1/core(7):3 # no such theorem", "here");
        }
    }

    @Test
    void regressionsAreReadBeforeAnythingRandom() {
        Map<String, String> failures = Rejections.of(WithAMisspeltRegression.class, TRIES).failures();
        assertEquals(1, failures.size(), failures.toString());
        String message = failures.getOrDefault("findsTheCode", "");
        assertTrue(message.startsWith("here, line 1: unknown theorem 'omp'; known: "), message);
    }

    @Test
    void aWrongSolverFailsAgain() {
        PursuitContract wrong = new WrongSolvers.NoLeastSquares();
        List<String> lines = assertThrows(AssertionError.class, () -> wrong.tryAgain(CORE)).getMessage()
                .lines().toList();
        assertTrue(lines.get(0).startsWith("findsTheCode: error"), lines.get(0));
        String toKeep = lines.get(lines.size() - 2);
        assertTrue(toKeep.matches("to keep: HOLDS omp-exact:\\S+ # what was wrong"), toKeep);
        assertEquals("wrong before: no least squares", lines.getLast());
    }

    @Test
    void casesOfOtherTheoremsAreForOtherSolvers() {
        new WrongSolvers.NoLeastSquares()
                .tryAgain(Regression.parse("HOLDS uniqueness:seed=1/core(7):3 # of another", "here").get(0));
        new OmpInDoublesContractProperties().tryAgain(CORE);
    }
}

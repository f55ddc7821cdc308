package org.deepsparse.properties.pursuit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.deepsparse.properties.Rejections;
import org.deepsparse.tck.Law;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The system property deepsparse.recipe runs every law on that case alone.
class ReplayOfSolversTest {

    private static final String PROPERTY = "deepsparse.recipe";
    private static final int TRIES = 5;

    @AfterEach
    void forget() {
        System.clearProperty(PROPERTY);
    }

    private static Rejections with(String recipe, Class<?> contract) {
        System.setProperty(PROPERTY, recipe);
        return Rejections.of(contract, TRIES);
    }

    @Test
    void aReplayedCaseFailsAsItDidBefore() {
        String failure = Rejections.of(WrongSolvers.NoLeastSquares.class, TRIES).failures()
                .getOrDefault("findsTheCode", "");
        String recipe = failure.substring(failure.indexOf(PROPERTY + "='") + PROPERTY.length() + 2,
                failure.indexOf("'\n"));
        String again = with(recipe, WrongSolvers.NoLeastSquares.class).failures().getOrDefault("findsTheCode",
                "");
        assertEquals(failure.lines().findFirst(), again.lines().findFirst());
    }

    @Test
    void aRightSolverPassesIt() {
        Rejections rejections = with("omp-exact:seed=1/core(7):3", OmpInDoublesContractProperties.class);
        assertTrue(rejections.failures().isEmpty() && rejections.passed() == Law.values().length,
                rejections.toString());
    }

    @Test
    void aCaseOutsideTheHypothesesIsNotGreen() {
        Rejections rejections = with("omp-exact:seed=1/core(7):4", OmpInDoublesContractProperties.class);
        assertEquals(Set.of("findsTheCode"), rejections.failures().keySet());
        assertTrue(
                rejections.failures().getOrDefault("findsTheCode", "")
                        .startsWith("findsTheCode: NOT_APPLICABLE: H1 "),
                rejections.toString());
    }

    @Test
    void aCaseOfAnotherTheoremIsAnotherContracts() {
        Rejections rejections = with("uniqueness:seed=1/core(7):3", WrongSolvers.NoLeastSquares.class);
        assertTrue(rejections.failures().isEmpty(), rejections.toString());
    }
}

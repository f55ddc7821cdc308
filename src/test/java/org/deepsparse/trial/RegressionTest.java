package org.deepsparse.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.deepsparse.instance.Recipe;
import org.deepsparse.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A file of regressions is read line by line, and a line that says nothing sensible is never passed over.
class RegressionTest {

    @Test
    void linesHaveVerdictRecipeAndReason() {
        List<Regression> regressions = Regression.parse("""
                # a comment

                UNDECIDED  lista-cp:seed=1,K=0/core(7):3 # no step: # was HOLDS
                NOT_APPLICABLE\tuniqueness:example=repeated-atom\t#mu = 1
                """, "here");
        assertEquals(
                List.of(
                        new Regression(Verdict.UNDECIDED, Recipe.parse("lista-cp:seed=1,K=0/core(7):3"),
                                "no step: # was HOLDS"),
                        new Regression(Verdict.NOT_APPLICABLE,
                                Recipe.parse("uniqueness:example=repeated-atom"), "mu = 1")),
                regressions);
    }

    @Test
    void theLineToKeepIsALine() {
        Recipe recipe = Recipe.parse("omp-exact:seed=1/core(7):3");
        assertEquals(
                List.of(new Regression(Verdict.HOLDS, recipe, "what was wrong")),
                Regression.parse(Regression.lineToKeep(recipe), "here"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            textBlock = """
                    HOLDS omp-exact:seed=1/core(7):3          | is not of the form: verdict recipe #
                    HOLDS omp-exact:seed=1/core(7):3 #        | is not of the form: verdict recipe #
                    omp-exact:seed=1/core(7):3 # no verdict   | is not of the form: verdict recipe #
                    HOLD omp-exact:seed=1/core(7):3 # mistake | unknown verdict 'HOLD'; known: [VIOLATED
                    HOLDS omp:seed=1/core(7):3 # no theorem   | unknown theorem 'omp'; known: uniqueness
                    HOLDS omp-exact:sed=1/core(7):3 # no key  | unknown key 'sed' in recipe
                    HOLDS omp-exact # no recipe               | recipe 'omp-exact' does not start with
                    """)
    void whatIsNoLineFailsWithItsNumber(String line, String message) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class,
                () -> Regression.parse("# first\n" + line, "here"));
        assertTrue(e.getMessage().startsWith("here, line 2: ") && e.getMessage().contains(message),
                e.getMessage());
    }
}

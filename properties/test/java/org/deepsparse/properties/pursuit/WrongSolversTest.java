package org.deepsparse.properties.pursuit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deepsparse.properties.PursuitContract;
import org.deepsparse.properties.Rejections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Each wrong solver is rejected by the laws named here and by no others, the first of them with the message
/// given.
class WrongSolversTest {

    /// The extreme cases reject every one of them without luck; of so few random cases one at least is not
    /// outside the theorem.
    private static final int TRIES = 4;

    static Stream<Arguments> rejections() {
        return Stream.of(
                arguments("SelectionWithoutNorms", "findsTheCode: support[1]: found the atoms = [",
                        List.of()),
                arguments("NoLeastSquares", "findsTheCode: error[1]: error = ", List.of()),
                arguments("FirstOfNearTies", "findsTheCode: support[1]: found the atoms = [", List.of()),
                arguments("OneStepShort", "findsTheCode: support[1]: found the atoms = [], truth = [",
                        List.of()),
                arguments("DroppedSign", "findsTheCode: error[1]: error = ", List.of()),
                arguments("FloatInside", "findsTheCode: error[1]: error = ", List.of()),
                arguments("SignalOverwritten", "leavesTheSignalAlone: signal[1]: entry 0 was ", List.of()),
                arguments("Restless",
                        "answersAlike: second-call[1]: the second call of the same signal became [",
                        List.of()),
                arguments("NormalisedSignal", "codesZeroAsZero: zero[1]: entry 0 of the code is NaN",
                        List.of()),
                arguments("AbsoluteTolerance",
                        "followsPowersOfTwo: scale-2^-30[1]: the signal times 2^-30 became [0.0, ",
                        List.of()),
                arguments("SignalPadded",
                        "refusesWrongSizes: size-1[1]: took a signal of 1 entries for one of 2", List.of()),
                arguments("EntryARow", "findsTheCode: shape[1]: the dictionary has ",
                        List.of()),
                arguments("MoreAccurateThanItIs", "findsTheCode: error[1]: error = ", List.of()),
                arguments(
                        "SupportsOneTooSmall",
                        "findsTheCode: answers[1]: the solver throws "
                                + "java.lang.ArrayIndexOutOfBoundsException",
                        List.of()),
                arguments(
                        "NullForACode",
                        "findsTheCode: answers[1]: the solver returns null",
                        List.of()),
                arguments("FirstVertex", "findsTheCode: support[1]: found the atoms = [0], truth = [1]",
                        List.of()),
                arguments("ActivationIgnored", "findsTheCode: error[1]: error = ", List.of()),
                arguments("LastLayerMissing", "findsTheCode: shape: 1 layers but 0 codes",
                        List.of()),
                arguments("BudgetIgnored", "findsTheCode: budget[1]: ", List.of()),
                arguments("ToleranceIgnored", "findsTheCode: residual[1]: measured ", List.of()),
                arguments("HalfTheThreshold", "findsTheCode: no-false-positive[k=1]: nonzero off S = [",
                        List.of()),
                arguments("FloatThresholds", "findsTheCode: no-false-positive[k=1]: nonzero off S = [",
                        List.of()),
                arguments("LastStepMissing", "findsTheCode: error[k=1]: measured ", List.of()),
                arguments("DictionaryForWeights", "findsTheCode: no-false-positive[k=1]: nonzero off S = [",
                        List.of()),
                arguments("InverseForgotten", "findsTheCode: error[1,k=", List.of()),
                arguments("ActivationForInverse", "findsTheCode: error[1,k=", List.of()),
                arguments("SquareLayersSkipped", "findsTheCode: error[1,k=1]: measured ", List.of()),
                arguments(
                        "SupportsNothing",
                        "findsTheCode: nothing was shown, on none of 0 cases of omp-exact does it hold: "
                                + "your solver supports none",
                        List.of()),
                arguments("SupportsHardlyAnything", "findsTheCode: your solver supports too few cases: ",
                        List.of()),
                arguments("RefusesSmallSignals",
                        "followsPowersOfTwo: scale-2^-30[1]: for the signal times 2^-30 the solver throws ",
                        List.of()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rejections")
    void isRejectedByName(String solver, String message, List<String> others) throws ClassNotFoundException {
        Rejections rejections = Rejections.of(Class.forName(WrongSolvers.class.getName() + "$" + solver),
                TRIES);
        String law = message.substring(0, message.indexOf(':'));
        Set<String> laws = new TreeSet<>(others);
        laws.add(law);
        assertEquals(laws, rejections.failures().keySet(), rejections.toString());
        String rejection = rejections.failures().getOrDefault(law, "");
        assertTrue(rejection.startsWith(message), rejection);
        if (!message.contains("your solver supports")) {
            assertTrue(
                    rejection.contains("mvn test -Dtest='WrongSolvers$" + solver + "' -Ddeepsparse.recipe='"),
                    rejection);
            assertTrue(rejection.contains("\nin a clone of deepsparse: ./dsc replay '"), rejection);
            for (String part : List.of("\ndictionary", "\nsignal: [", "\ntruth", "\nanswer")) {
                assertTrue(rejection.contains(part), rejection);
            }
        }
    }

    /// A wrong support comes with how far off the entries are.
    @Test
    void aWrongSupportHasItsNumbers() {
        String rejection = Rejections.of(WrongSolvers.OneStepShort.class, TRIES).failures()
                .getOrDefault("findsTheCode", "");
        String first = rejection.lines().findFirst().orElse("");
        assertTrue(first.matches("findsTheCode: support.*; error = \\S+, promised = \\S+"), rejection);
    }

    @Test
    void whatTheSolverThrewIsTheCause() {
        PursuitContract wrong = new WrongSolvers.SupportsOneTooSmall();
        assertInstanceOf(ArrayIndexOutOfBoundsException.class,
                assertThrows(AssertionError.class, wrong::beforeRandomCases).getCause());
    }

    /// A runner that goes by names finds one method, and that fails.
    @Test
    void anOldRunnerIsNotGreen() {
        List<String> found = Stream.of(OmpInDoublesContractProperties.class.getMethods())
                .map(Method::getName).filter(name -> name.startsWith("test")).toList();
        assertEquals(List.of("testNeedsSurefire3"), found);
        assertTrue(assertThrows(AssertionError.class,
                new OmpInDoublesContractProperties()::testNeedsSurefire3).getMessage()
                .contains("maven-surefire-plugin 3"));
    }

    @Test
    void noWrongSolverIsForgotten() {
        Set<String> classes = Stream.of(WrongSolvers.class.getDeclaredClasses())
                .filter(type -> !Modifier.isAbstract(type.getModifiers()))
                .map(Class::getSimpleName)
                .collect(Collectors.toSet());
        assertEquals(classes, rejections().map(row -> (String) row.get()[0]).collect(Collectors.toSet()));
    }
}

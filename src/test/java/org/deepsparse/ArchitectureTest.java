package org.deepsparse;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import org.deepsparse.exact.Interval;
import org.junit.jupiter.api.Test;

/// The order of the packages, and what values do with their arrays. Each rule is held against the house, and
/// against [a wrong house][org.deepsparse.wronghouse] to show that it bites.
class ArchitectureTest {

    /// Ground floor first: a package imports only from packages named before it.
    private static final List<String> FLOORS = List.of(
            "exact", "kernel", "linalg", "io", "verdict", "dictionary", "activation", "coding", "bound",
            "decider", "certificate",
            "oracle", "pursuit", "network", "instance", "theorem", "trial", "tck", "report", "service",
            "cli");

    /// What hands out verdicts on other people's answers.
    private static final List<String> JUDGES = List.of("decider", "oracle", "certificate");

    /// What finds answers, or knows them beforehand.
    private static final List<String> SOLVERS = List.of("pursuit", "network", "instance", "theorem");

    private static final String HOUSE = "org.deepsparse";
    private static final String WRONG_HOUSE = "org.deepsparse.wronghouse";

    /// Found by place and not by package name: the tests live in the same packages.
    private static final JavaClasses HOUSE_CLASSES = new ClassFileImporter()
            .importUrl(Interval.class.getProtectionDomain().getCodeSource().getLocation());

    private static final JavaClasses WRONG_HOUSE_CLASSES = new ClassFileImporter()
            .importPackages(WRONG_HOUSE);

    @Test
    void everyPackageIsOnTheList() {
        assertHolds(everyPackageIsOnTheList(HOUSE));
        assertBites(everyPackageIsOnTheList(WRONG_HOUSE), "wronghouse.attic.Unlisted");
    }

    @Test
    void packagesImportOnlyFromFloorsBelow() {
        assertHolds(importsOnlyFromFloorsBelow(HOUSE));
        assertBites(importsOnlyFromFloorsBelow(WRONG_HOUSE), "exact.ImportsUpwards (exact) uses",
                "cli.Front (cli)");
    }

    @Test
    void packagesHaveNoCycles() {
        assertHolds(noCycles(HOUSE));
        assertBites(noCycles(WRONG_HOUSE), "Cycle detected", "Slice cli", "Slice exact");
    }

    @Test
    void certificateImportsExactAndIoOnly() {
        assertHolds(certificateImportsExactAndIoOnly(HOUSE));
        assertBites(certificateImportsExactAndIoOnly(WRONG_HOUSE), "certificate.ImportsLinalg",
                "linalg.Table");
    }

    @Test
    void judgesShareNothingWithSolvers() {
        assertHolds(judgesShareNothingWithSolvers(HOUSE));
        assertBites(judgesShareNothingWithSolvers(WRONG_HOUSE),
                "oracle.ImportsThroughTrial", "decider.AsksASolver", "instance.Secret", "pursuit.Solver");
    }

    @Test
    void arraysAreCopiedInAndOut() {
        assertHolds(ArrayCopies.inRecords());
        assertHolds(ArrayCopies.outOfClasses());
        assertBites(ArrayCopies.inRecords(), "LeakyRecord", "1 array component", "0 copies");
        assertBites(ArrayCopies.outOfClasses(), "LeakyRecord.entries()", "LeakyClass.toArray()");
    }

    @Test
    void tckKnowsNoTestFramework() {
        assertHolds(tckKnowsNoTestFramework(HOUSE));
        assertBites(tckKnowsNoTestFramework(WRONG_HOUSE), "tck.ImportsJUnit", "tck.ImportsJqwik");
    }

    private static ArchRule everyPackageIsOnTheList(String root) {
        return classes().should(new ArchCondition<>("live in a listed package") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                boolean listed = FLOORS.contains(room(item, root));
                events.add(new SimpleConditionEvent(item, listed,
                        item.getName() + " lives in a package that is not on the list"));
            }
        });
    }

    private static ArchRule importsOnlyFromFloorsBelow(String root) {
        return classes().should(new ArchCondition<>("import only from floors below") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass().getBaseComponentType();
                    if (isIn(target, root)) {
                        String from = room(item, root);
                        String to = room(target, root);
                        boolean below = FLOORS.indexOf(to) <= FLOORS.indexOf(from);
                        String message = item.getName() + " (" + from + ") uses " + target.getName() + " ("
                                + to + ")";
                        events.add(new SimpleConditionEvent(dependency, below,
                                message + ": " + dependency.getDescription()));
                    }
                }
            }
        });
    }

    private static ArchRule noCycles(String root) {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }

    private static ArchRule certificateImportsExactAndIoOnly(String root) {
        DescribedPredicate<JavaClass> elsewhere = DescribedPredicate.describe("elsewhere in the house",
                target -> isIn(target, root)
                        && !List.of("certificate", "exact", "io").contains(room(target, root)));
        return noClasses().that().resideInAPackage(root + ".certificate..").should()
                .dependOnClassesThat(elsewhere).allowEmptyShould(true);
    }

    private static ArchRule judgesShareNothingWithSolvers(String root) {
        return noClasses().that().resideInAnyPackage(packages(root, JUDGES)).should()
                .transitivelyDependOnClassesThat()
                .resideInAnyPackage(packages(root, SOLVERS))
                .allowEmptyShould(true);
    }

    private static String[] packages(String root, List<String> rooms) {
        return rooms.stream().map(room -> root + "." + room + "..").toArray(String[]::new);
    }

    private static ArchRule tckKnowsNoTestFramework(String root) {
        return noClasses().that().resideInAPackage(root + ".tck..").should().dependOnClassesThat()
                .resideInAnyPackage("org.junit..", "net.jqwik..");
    }

    private static boolean isIn(JavaClass type, String root) {
        return type.getPackageName().startsWith(root + ".") || type.getPackageName().equals(root);
    }

    /// The first name behind the root, empty for the root itself.
    private static String room(JavaClass type, String root) {
        String below = type.getPackageName().substring(root.length());
        return below.isEmpty() ? "" : below.substring(1).split("\\.", 2)[0];
    }

    private static void assertHolds(ArchRule rule) {
        assertFalse(HOUSE_CLASSES.isEmpty(), "no classes imported");
        assertEquals(List.of(), rule.evaluate(HOUSE_CLASSES).getFailureReport().getDetails());
    }

    private static void assertBites(ArchRule rule, String... mentioned) {
        String report = String.join("\n", rule.evaluate(WRONG_HOUSE_CLASSES).getFailureReport().getDetails());
        for (String part : mentioned) {
            assertTrue(report.contains(part), () -> "expected a violation with '" + part + "' in: " + report);
        }
    }
}

package org.deepsparse;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Values own their arrays: what is handed in is copied, and what is handed out is a copy.
///
/// The rules look at what the compiled code calls: a copy is a call of `clone`, `copyOf`, `copyOfRange` or
/// `toArray`. Private classes are left alone; nobody outside sees their arrays.
final class ArrayCopies {

    private static final Set<String> COPIERS = Set.of("clone", "copyOf", "copyOfRange", "toArray");

    private ArrayCopies() {}

    /// The constructor of a record copies at least as often as it has array components.
    static ArchRule inRecords() {
        return classes().should(new ArchCondition<>("copy arrays in") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                if (!item.isRecord() || isPrivate(item)) {
                    return;
                }
                List<JavaClass> components = sorted(item.getFields().stream()
                        .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                        .map(field -> field.getRawType()));
                long arrays = components.stream().filter(JavaClass::isArray).count();
                for (JavaConstructor constructor : item.getConstructors()) {
                    boolean canonical = sorted(constructor.getRawParameterTypes().stream())
                            .equals(components);
                    if (arrays > 0 && canonical) {
                        long copies = copies(constructor);
                        events.add(new SimpleConditionEvent(constructor, copies >= arrays,
                                item.getName() + " has " + arrays
                                        + " array component(s) but its constructor makes " + copies
                                        + " copies"));
                    }
                }
            }
        });
    }

    /// A method without arguments that returns an array and reads an array of its object copies something.
    static ArchRule outOfClasses() {
        return classes().should(new ArchCondition<>("copy arrays out") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                for (JavaMethod method : item.getMethods()) {
                    boolean visible = !isPrivate(item)
                            && !method.getModifiers().contains(JavaModifier.PRIVATE)
                            && !method.getModifiers().contains(JavaModifier.SYNTHETIC);
                    boolean accessor = method.getRawParameterTypes().isEmpty()
                            && method.getRawReturnType().isArray();
                    if (visible && accessor && readsOwnArray(method)) {
                        events.add(new SimpleConditionEvent(method, copies(method) > 0,
                                item.getName() + "." + method.getName()
                                        + "() hands out an array of its object"));
                    }
                }
            }
        });
    }

    /// Fields come in no particular order.
    private static List<JavaClass> sorted(Stream<JavaClass> types) {
        return types.sorted(Comparator.comparing(JavaClass::getName)).toList();
    }

    private static boolean readsOwnArray(JavaMethod method) {
        return method.getFieldAccesses().stream()
                .filter(access -> access.getAccessType() == JavaFieldAccess.AccessType.GET)
                .map(JavaFieldAccess::getTarget)
                .anyMatch(field -> field.getOwner().equals(method.getOwner())
                        && field.getRawType().isArray()
                        && field.resolveMember().map(one -> !one.getModifiers().contains(JavaModifier.STATIC))
                                .orElse(false));
    }

    private static long copies(JavaCodeUnit unit) {
        return unit.getMethodCallsFromSelf().stream()
                .filter(call -> COPIERS.contains(call.getTarget().getName())).count();
    }

    private static boolean isPrivate(JavaClass item) {
        return item.getModifiers().contains(JavaModifier.PRIVATE)
                || item.getEnclosingClass().map(ArrayCopies::isPrivate).orElse(false);
    }
}

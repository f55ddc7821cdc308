package org.deepsparse.properties.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.deepsparse.kernel.KernelSet;
import org.deepsparse.kernel.ScalarKernels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What [KernelLaws] promise about themselves.
class KernelLawsTest {

    static List<String> laws() {
        return new KernelLaws(new ScalarKernels(), 4).names();
    }

    /// Hence the first failure is one of the smallest size that fails: sizes never fall, in the order in
    /// which the kernel takes them.
    @ParameterizedTest
    @MethodSource("laws")
    void walkTheSizesUpwards(String law) {
        List<List<Integer>> sizes = new ArrayList<>();
        new KernelLaws(watched(sizes), 4).check(law);
        assertTrue(sizes.stream().distinct().count() > 10, law + " tries " + sizes.size());
        for (int k = 1; k < sizes.size(); k++) {
            assertTrue(upwards(sizes.get(k - 1), sizes.get(k)),
                    law + " goes from " + sizes.get(k - 1) + " to " + sizes.get(k));
        }
    }

    private static boolean upwards(List<Integer> before, List<Integer> after) {
        for (int k = 0; k < after.size(); k++) {
            if (!before.get(k).equals(after.get(k))) {
                return before.get(k) < after.get(k);
            }
        }
        return true;
    }

    /// The scalar kernels, writing down the sizes of every call.
    private static KernelSet watched(List<List<Integer>> sizes) {
        KernelSet kernels = new ScalarKernels();
        return (KernelSet) Proxy.newProxyInstance(KernelSet.class.getClassLoader(),
                new Class<?>[] {KernelSet.class},
                (proxy, method, arguments) -> {
                    if (arguments != null) { // null for name()
                        sizes.add(sizes(method, arguments));
                    }
                    return method.invoke(kernels, arguments);
                });
    }

    /// Whole numbers that do not follow an array, where they are offsets.
    private static List<Integer> sizes(Method kernel, Object[] arguments) {
        List<Integer> sizes = new ArrayList<>();
        for (int k = 1; k < arguments.length; k++) {
            if (kernel.getParameterTypes()[k] == int.class
                    && kernel.getParameterTypes()[k - 1] != double[].class) {
                sizes.add((Integer) arguments[k]);
            }
        }
        return sizes;
    }

    @Test
    void refuseUnknownNamesAndVectorsOfNothing() {
        KernelLaws laws = new KernelLaws(new ScalarKernels(), 1);
        String refusal = assertThrows(IllegalArgumentException.class, () -> laws.check("dott")).getMessage();
        assertEquals("there is no law 'dott' but " + laws(), refusal);
        assertEquals(
                "a vector holds at least 1 double but lanes are 0",
                assertThrows(IllegalArgumentException.class, () -> new KernelLaws(new ScalarKernels(), 0))
                        .getMessage());
    }
}

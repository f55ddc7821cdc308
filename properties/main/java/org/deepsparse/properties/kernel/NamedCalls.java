package org.deepsparse.properties.kernel;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.deepsparse.kernel.KernelSet;

/// A kernel set whose exceptions are failures that show the call, arrays by their lengths:
/// `dot(double[7], 1, double[7], 1, 5)`.
final class NamedCalls {

    private NamedCalls() {}

    // a kernel without a result gives null, as the handler of a void method must
    @SuppressWarnings("nullness:return")
    static KernelSet of(KernelSet kernels) {
        Class<?>[] contract = {KernelSet.class};
        return (KernelSet) Proxy.newProxyInstance(KernelSet.class.getClassLoader(), contract,
                (proxy, kernel, arguments) -> {
                    try {
                        return kernel.invoke(kernels, arguments);
                    } catch (InvocationTargetException e) {
                        throw new AssertionError(
                                kernel.getName() + describe(arguments) + " threw " + e.getCause(),
                                e.getCause());
                    }
                });
    }

    private static String describe(Object[] arguments) {
        return Arrays.stream(arguments)
                .map(argument -> argument instanceof double[] array
                        ? "double[" + array.length + "]"
                        : String.valueOf(argument))
                .collect(Collectors.joining(", ", "(", ")"));
    }
}

package org.deepsparse.cli;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// The stderr that the caller of `dsc` sees.
///
/// While a JVM boots with the incubating Vector API it prints a line about it that no option silences. `dsc`
/// therefore leads stderr through a filter and says in the property `deepsparse.stderr` which descriptor is
/// the true one. Moving back to it before anything is printed makes output synchronous again (nothing is
/// still in a pipe when the JVM has ended) and lets a terminal be seen as one.
final class StandardError {

    private StandardError() {}

    /// Does nothing when the JVM was not started by `dsc`.
    @SuppressWarnings("restricted") // a C function with three ints: nothing that could harm the heap
    static void restore() {
        Integer descriptor = Integer.getInteger("deepsparse.stderr");
        if (descriptor == null) {
            return;
        }
        Linker linker = Linker.nativeLinker();
        MethodHandle dup2 = linker.downcallHandle(linker.defaultLookup().findOrThrow("dup2"),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
        try {
            int _ = (int) dup2.invokeExact(descriptor.intValue(), 2);
        } catch (Throwable e) {
            throw new LinkageError("dup2 failed", e);
        }
    }
}

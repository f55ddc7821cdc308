package org.deepsparse.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.deepsparse.coding.Layer;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.kernel.KernelSet;
import org.deepsparse.linalg.Matrix;
import org.deepsparse.properties.kernel.KernelSetContract;
import org.deepsparse.tck.Promise;
import org.junit.jupiter.api.Test;

/// What outsiders compile against, as a list in `api.txt`: whoever changes it sees that, and says so in
/// CHANGELOG. With `-Ddeepsparse.golden=rewrite` the list is written anew instead.
///
/// It has the packages whose types others extend or hand over, and the types that these hand to a solver.
class ApiTest {

    private static final Path LIST = Path.of("test", "resources", "api.txt");
    private static final boolean REWRITE = "rewrite".equals(System.getProperty("deepsparse.golden"));

    private static final Set<String> OF_EVERY_OBJECT = Set.of("equals", "hashCode", "toString");

    private static final List<Class<?>> PACKAGES = List.of(Promise.class, PursuitContract.class,
            KernelSetContract.class);
    private static final List<Class<?>> HANDED_OVER = List.of(Dictionary.class, Layer.class, Matrix.class,
            KernelSet.class);

    @Test
    void whatOutsidersCompileAgainstIsAsListed() throws IOException, ClassNotFoundException {
        List<String> lines = new ArrayList<>();
        for (Class<?> type : PACKAGES) {
            List<Class<?>> types = inPackageOf(type);
            assertTrue(types.contains(type), types::toString);
            types.forEach(one -> lines.addAll(describe(one)));
        }
        HANDED_OVER.forEach(type -> lines.addAll(describe(type)));
        if (REWRITE) {
            Files.write(LIST, lines);
        }
        assertEquals(String.join("\n", Files.readAllLines(LIST)), String.join("\n", lines));
    }

    @Test
    void whatBreaksOthersChangesTheList() {
        List<List<String>> versions = Stream
                .of(First.class, Renamed.class, OtherReturn.class, OtherArgument.class,
                        Checked.class, Narrower.class, NoMethod.class, NotFinal.class)
                .map(type -> describe(type).stream().map(line -> line.replace(type.getSimpleName(), "T"))
                        .toList())
                .toList();
        for (int i = 1; i < versions.size(); i++) {
            assertNotEquals(versions.getFirst(), versions.get(i));
        }
        assertEquals(versions.getFirst(), describe(Private.class).stream()
                .map(line -> line.replace("Private", "T")).toList());
    }

    /// One line the type, one each member that others see, in the order of the alphabet.
    private static List<String> describe(Class<?> type) {
        List<String> lines = new ArrayList<>();
        lines.add(type.toGenericString() + Arrays.stream(new Object[] {
            type.getGenericSuperclass(), type.getGenericInterfaces(), type.getPermittedSubclasses()})
                .filter(Objects::nonNull)
                .map(above -> above instanceof Object[] several ? Arrays.toString(several) : above.toString())
                .reduce("", (text, above) -> text + " : " + above));
        Stream.of(type.getDeclaredFields(), type.getDeclaredConstructors(), type.getDeclaredMethods())
                .flatMap(Arrays::stream)
                .map(Member.class::cast)
                .filter(member -> isSeen(member.getModifiers()) && !member.isSynthetic()
                        && !OF_EVERY_OBJECT.contains(member.getName()))
                .map(member -> "  " + (member instanceof Executable executable
                        ? executable.toGenericString()
                        : ((Field) member).toGenericString()))
                .sorted()
                .forEach(lines::add);
        return lines;
    }

    private static boolean isSeen(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    /// The types of the package that others see. They come from the folder or jar of the given one, so that
    /// tests in packages of the same name are none of them.
    private static List<Class<?>> inPackageOf(Class<?> known) throws IOException, ClassNotFoundException {
        CodeSource home = known.getProtectionDomain().getCodeSource();
        List<Class<?>> types = new ArrayList<>();
        try (JavaFileManager files = ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null,
                null)) {
            for (JavaFileObject file : files.list(StandardLocation.CLASS_PATH, known.getPackageName(),
                    Set.of(JavaFileObject.Kind.CLASS), false)) {
                String name = files.inferBinaryName(StandardLocation.CLASS_PATH, file);
                if (name.endsWith("package-info")) {
                    continue;
                }
                Class<?> type = Class.forName(name, false, ApiTest.class.getClassLoader());
                CodeSource source = type.getProtectionDomain().getCodeSource();
                if (isSeen(type) && home.getLocation().equals(source.getLocation())) {
                    types.add(type);
                }
            }
        }
        types.sort((a, b) -> a.getName().compareTo(b.getName()));
        return types;
    }

    private static boolean isSeen(Class<?> type) {
        Class<?> around = type.getEnclosingClass();
        return !type.isAnonymousClass() && !type.isLocalClass() && isSeen(type.getModifiers())
                && (around == null || isSeen(around));
    }

    /// The versions of a type that the test compares.
    public static final class First {
        public int size(double[] of) {
            return of.length;
        }
    }

    public static final class Private {
        public int size(double[] of) {
            return hidden(of);
        }

        private static int hidden(double[] of) {
            return of.length;
        }
    }

    public static final class Renamed {
        public int length(double[] of) {
            return of.length;
        }
    }

    public static final class OtherReturn {
        public long size(double[] of) {
            return of.length;
        }
    }

    public static final class OtherArgument {
        public int size(float[] of) {
            return of.length;
        }
    }

    public static final class Checked {
        public int size(double[] of) throws IOException {
            if (of.length == 0) {
                throw new IOException();
            }
            return of.length;
        }
    }

    public static final class Narrower {
        int size(double[] of) {
            return of.length;
        }
    }

    public static final class NoMethod {}

    public static class NotFinal {
        public int size(double[] of) {
            return of.length;
        }
    }
}

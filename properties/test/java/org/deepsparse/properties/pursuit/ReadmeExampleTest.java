package org.deepsparse.properties.pursuit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.deepsparse.properties.Rejections;
import org.junit.jupiter.api.Test;

/// The example project `my-solver` is compiled and run as it stands there, and README shows its test and what
/// a wrong solver prints.
class ReadmeExampleTest {

    private static final int TRIES = 100;
    private static final Path SOURCES = Path.of("examples", "my-solver", "src");
    private static final String TEST = "example.MySolverTest";

    private static String source(String folder, String name) throws IOException {
        return Files.readString(
                SOURCES.resolve(folder).resolve("java").resolve(name.replace('.', '/') + ".java"));
    }

    private static Rejections run(String solver) throws IOException, ClassNotFoundException {
        Map<String, ByteArrayOutputStream> classes = compile(
                Map.of("example.MySolver", solver, TEST, source("test", TEST)));
        return Rejections.of(new Compiled(classes).loadClass(TEST), TRIES);
    }

    @Test
    void theExamplePasses() throws IOException, ClassNotFoundException {
        Rejections rejections = run(source("main", "example.MySolver"));
        assertEquals(Map.of(), rejections.failures());
        assertTrue(rejections.passed() > 0, "no test ran");
    }

    @Test
    void readmeShowsTheTest() throws IOException {
        assertReadmeHas("java", source("test", TEST));
    }

    /// The mistake that README names.
    @Test
    void readmeShowsWhatAWrongSolverPrints() throws IOException, ClassNotFoundException {
        String right = source("main", "example.MySolver");
        String wrong = right.replace(" / Math.sqrt(dot(atoms[i], atoms[i]))", "");
        assertNotEquals(right, wrong);
        Rejections rejections = run(wrong);
        assertEquals(Set.of("findsTheCode"), rejections.failures().keySet());
        assertReadmeHas("", rejections.failures().getOrDefault("findsTheCode", "") + "\n");
    }

    private static void assertReadmeHas(String language, String text) throws IOException {
        assertTrue(
                Files.readString(Path.of("..", "README.md")).contains("```" + language + "\n" + text + "```"),
                () -> "README.md does not show:\n" + text);
    }

    private static Map<String, ByteArrayOutputStream> compile(Map<String, String> sources)
            throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Map<String, ByteArrayOutputStream> classes = new HashMap<>();
        StringWriter messages = new StringWriter();
        List<JavaFileObject> files = new ArrayList<>();
        sources.forEach((name, code) -> files
                .add(source(URI.create("string:///" + name.replace('.', '/') + ".java"), code)));
        try (JavaFileManager manager = inMemory(compiler.getStandardFileManager(null, null, null), classes)) {
            List<String> options = List.of("-proc:none", "-classpath", System.getProperty("java.class.path"));
            assertTrue(compiler.getTask(messages, manager, null, options, null, files).call(),
                    messages::toString);
        }
        return classes;
    }

    private static JavaFileObject source(URI name, String code) {
        return new SimpleJavaFileObject(name, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return code;
            }
        };
    }

    private static JavaFileManager inMemory(JavaFileManager files,
            Map<String, ByteArrayOutputStream> classes) {
        return new ForwardingJavaFileManager<>(files) {
            @Override
            public JavaFileObject getJavaFileForOutput(Location location, String name,
                    JavaFileObject.Kind kind, FileObject sibling) {
                return new SimpleJavaFileObject(URI.create("bytes:///" + name + ".class"), kind) {
                    @Override
                    public OutputStream openOutputStream() {
                        return classes.computeIfAbsent(name, key -> new ByteArrayOutputStream());
                    }
                };
            }
        };
    }

    private static final class Compiled extends ClassLoader {

        private final Map<String, ByteArrayOutputStream> classes;

        Compiled(Map<String, ByteArrayOutputStream> classes) {
            super(ReadmeExampleTest.class.getClassLoader());
            this.classes = classes;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            ByteArrayOutputStream bytes = classes.get(name);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes.toByteArray(), 0, bytes.size());
        }
    }
}

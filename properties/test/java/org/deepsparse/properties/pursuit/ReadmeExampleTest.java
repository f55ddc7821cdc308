package org.deepsparse.properties.pursuit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.deepsparse.properties.Rejections;
import org.junit.jupiter.api.Test;

/// The contract that README shows is compiled and run as it stands there.
class ReadmeExampleTest {

    private static final int TRIES = 100;

    @Test
    void theExampleCompilesAndPasses() throws IOException, ClassNotFoundException {
        List<String> examples = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("..", "README.md")))
                .results()
                .map((MatchResult block) -> block.group(1))
                .filter(code -> code.contains(" extends PursuitContract"))
                .toList();
        assertEquals(1, examples.size(), "java blocks in README.md that extend PursuitContract");
        String code = examples.get(0);
        String name = code.replaceAll("(?s).*class (\\w+) extends PursuitContract.*", "$1");
        Rejections rejections = Rejections.of(new Compiled(compile(name, code)).loadClass(name), TRIES);
        assertEquals(Map.of(), rejections.failures());
        assertTrue(rejections.passed() > 0, "no test ran");
    }

    private static Map<String, ByteArrayOutputStream> compile(String name, String code) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Map<String, ByteArrayOutputStream> classes = new HashMap<>();
        StringWriter messages = new StringWriter();
        JavaFileObject source = new SimpleJavaFileObject(URI.create("string:///" + name + ".java"),
                JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return code;
            }
        };
        try (JavaFileManager files = inMemory(compiler.getStandardFileManager(null, null, null), classes)) {
            List<String> options = List.of("-proc:none", "-classpath", System.getProperty("java.class.path"));
            assertTrue(compiler.getTask(messages, files, null, options, null, List.of(source)).call(),
                    messages::toString);
        }
        return classes;
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

package org.deepsparse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deepsparse.exact.Interval;
import org.junit.jupiter.api.Test;

/// What is public may be shared between threads. A class with a field that changes says how it stands with
/// threads.
class ThreadsTest {

    @Test
    void whatChangesSpeaksOfThreads() throws IOException {
        JavaClasses house = new ClassFileImporter()
                .importUrl(Interval.class.getProtectionDomain().getCodeSource().getLocation());
        assertEquals(List.of(), silent(house, Path.of("main", "java")),
                "public classes with a field that is not final, but no word on threads");
    }

    @Test
    void oneThatDoesNotIsFound() throws IOException {
        JavaClasses wrongHouse = new ClassFileImporter().importPackages("org.deepsparse.wronghouse");
        assertEquals(List.of("org.deepsparse.wronghouse.exact.Counter"),
                silent(wrongHouse, Path.of("test", "java")));
    }

    private static List<String> silent(JavaClasses classes, Path sources) throws IOException {
        List<String> silent = new ArrayList<>();
        for (JavaClass type : classes.stream().filter(ThreadsTest::isPublicAndChanges).toList()) {
            Path source = sources.resolve(type.getName().replaceAll("[$].*", "").replace('.', '/') + ".java");
            boolean speaks = Files.readAllLines(source).stream()
                    .anyMatch(line -> line.strip().startsWith("///") && line.contains("thread"));
            if (!speaks) {
                silent.add(type.getName());
            }
        }
        return silent;
    }

    /// Picocli sets the fields of commands.
    private static boolean isPublicAndChanges(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && !type.getPackageName().endsWith(".cli")
                && type.getFields().stream().anyMatch(
                        field -> !field.getModifiers().contains(JavaModifier.FINAL));
    }
}

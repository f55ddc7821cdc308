package org.deepsparse.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The launcher, in a tree of its own whose JDK and Maven are scripts: what it ends with, that signals reach
/// the JVM, and when it builds.
class LauncherTest {

    private static final int NO_VERDICT = 70;

    @TempDir
    @SuppressWarnings("nullness:initialization.field.uninitialized") // JUnit fills it in
    private Path root;

    private record Result(int exit, String out, String err) {}

    @BeforeEach
    void treeThatIsBuilt() throws IOException {
        Files.copy(ofRepository("dsc"), root.resolve("dsc"));
        for (String file : watched()) {
            Files.createDirectories(parent(root.resolve(file)));
            Files.writeString(root.resolve(file), "");
            age(root.resolve(file));
        }
        Files.createDirectories(root.resolve("src/target/dsc/lib"));
        Files.writeString(root.resolve("src/target/dsc/stamp"), "");
        Files.createDirectories(root.resolve("jdk"));
        Files.writeString(root.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\n");
        script("jdk/bin/javac", "");
        script("bin/mvn", "echo asked for a build; exit 1");
    }

    /// A file of each kind that goes into the jar.
    private static List<String> watched() {
        return List.of("pom.xml", "src/pom.xml", "src/main/java/A.java", "src/main/resources/a.txt",
                "proofs-notes/references.bib");
    }

    private static Path ofRepository(String file) {
        Path here = Path.of("").toAbsolutePath();
        Path there = here.resolve(file);
        return Files.exists(there) ? there : parent(here).resolve(file);
    }

    private static Path parent(Path path) {
        Path parent = path.getParent();
        if (parent == null) {
            throw new IllegalArgumentException(path + " lies in no folder");
        }
        return parent;
    }

    private static void age(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));
        Files.setLastModifiedTime(parent(file), FileTime.fromMillis(0));
    }

    private void script(String file, String body) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(parent(path));
        Files.writeString(path, "#!/bin/sh\n" + body + "\n");
        assertTrue(path.toFile().setExecutable(true));
    }

    private Process start(String jdk) throws IOException {
        // whoever runs the tests may be deaf to Ctrl-C, and a shell cannot undo that for itself
        ProcessBuilder builder = new ProcessBuilder("perl", "-e", "$SIG{INT} = 'DEFAULT'; exec @ARGV", "bash",
                root.resolve("dsc").toString());
        builder.environment().put("DSC_JAVA_HOME", root.resolve(jdk).toString());
        builder.environment().put("PATH", root.resolve("bin") + ":" + System.getenv("PATH"));
        builder.redirectError(root.resolve("err").toFile());
        return builder.start();
    }

    private Result run() throws IOException, InterruptedException {
        Process process = start("jdk");
        String out = new String(process.getInputStream().readAllBytes(), System.out.charset());
        return new Result(process.waitFor(), out, Files.readString(root.resolve("err")));
    }

    private void assertEndsWith(int expected, int ofJvm) throws IOException, InterruptedException {
        script("jdk/bin/java", "exit " + ofJvm);
        assertEquals(expected, run().exit, "the JVM ended with " + ofJvm);
    }

    /// The program adds 100 to its own codes. All else is what a JVM ends with that could not start (1), was
    /// out of memory (3), crashed (134) or was killed (137).
    @Test
    void onlyTheProgramGivesOutVerdicts() throws IOException, InterruptedException {
        for (int code = 0; code <= 5; code++) {
            assertEndsWith(code, 100 + code);
            assertEndsWith(NO_VERDICT, code);
        }
        for (int code : new int[] {6, 70, 74, 99, 106, 134, 137, 255}) {
            assertEndsWith(NO_VERDICT, code);
        }
        assertEndsWith(ExitCode.INTERNAL_ERROR, 100 + ExitCode.INTERNAL_ERROR);
        assertEndsWith(ExitCode.OUTPUT_LOST, 100 + ExitCode.OUTPUT_LOST);
        assertEndsWith(ExitCode.INTERRUPTED, ExitCode.INTERRUPTED);
        assertEndsWith(143, 143);
    }

    @Test
    void theLauncherAndTheProgramAgreeOnTheOffset() throws IOException, InterruptedException {
        script("jdk/bin/java",
                "for a; do case $a in -Ddeepsparse.exit=*) echo \"${a#*=}\";; esac; done; exit 100");
        String offset = run().out.strip();
        String before = System.setProperty("deepsparse.exit", offset);
        try {
            assertEquals(103, ExitCode.ofProcess(ExitCode.UNDECIDED));
            assertEquals(130, ExitCode.ofProcess(ExitCode.INTERRUPTED), "as the JVM itself ends");
        } finally {
            if (before == null) {
                System.clearProperty("deepsparse.exit");
            } else {
                System.setProperty("deepsparse.exit", before);
            }
        }
    }

    /// A JVM that cannot start would say so on stdout, which is for answers.
    @Test
    void theJvmIsAskedToComplainOnStderr() throws IOException, InterruptedException {
        script("jdk/bin/java", "echo \"$@\"; exit 100");
        assertTrue(run().out.contains("-XX:+DisplayVMOutputToStderr "));
    }

    @Test
    void signalsReachTheJvm() throws IOException, InterruptedException {
        for (String[] signal : new String[][] {{"TERM", "143"}, {"INT", "130"}, {"HUP", "129"}}) {
            script("jdk/bin/java", "trap 'echo heard; exit " + signal[1] + "' " + signal[0]
                    + "\necho $$\nwhile :; do sleep 0.05; done");
            Process process = start("jdk");
            var out = process.inputReader();
            long jvm = Long.parseLong(String.valueOf(out.readLine()));
            new ProcessBuilder("kill", "-" + signal[0], Long.toString(process.pid())).start().waitFor();
            boolean ended = process.waitFor(60, TimeUnit.SECONDS);
            ProcessHandle.of(jvm).filter(alive -> !ended).ifPresent(ProcessHandle::destroyForcibly);
            assertTrue(ended, signal[0]);
            assertEquals(Integer.parseInt(signal[1]), process.exitValue(), signal[0]);
            assertEquals("heard", out.readLine(), signal[0]);
            assertFalse(ProcessHandle.of(jvm).isPresent(), signal[0]);
        }
    }

    /// What the JVM prints and reads is not the launcher's affair.
    @Test
    void stdinReachesTheJvm() throws IOException, InterruptedException {
        script("jdk/bin/java", "cat; exit 100");
        Process process = start("jdk");
        try (var in = process.outputWriter()) {
            in.write("a line");
        }
        assertEquals("a line", new String(process.getInputStream().readAllBytes(), System.out.charset()));
        assertEquals(0, process.waitFor());
    }

    @Test
    void allThatGoesIntoTheJarIsWatched() throws IOException, InterruptedException {
        script("jdk/bin/java", "exit 100");
        assertEquals(new Result(0, "", ""), run(), "nothing has changed");
        for (String file : watched()) {
            Files.setLastModifiedTime(root.resolve(file),
                    FileTime.fromMillis(
                            Files.getLastModifiedTime(root.resolve("src/target/dsc/stamp")).toMillis()
                                    + 2_000));
            Result result = run();
            assertTrue(result.err.startsWith("building deepsparse (the sources have changed) ..."),
                    file + ": " + result.err);
            assertEquals(NO_VERDICT, result.exit, "no build, no verdict");
            age(root.resolve(file));
        }
    }

    /// A folder of resources that joins the build must join the list above, and that of the launcher.
    @Test
    void noOtherFolderGoesIntoTheJar() throws IOException {
        var folder = Pattern.compile("<(?:directory|include)>(.*)</").matcher(
                Files.readString(ofRepository("src/pom.xml")).replaceAll("(?s)<profiles>.*", ""));
        List<String> found = new ArrayList<>();
        while (folder.find()) {
            found.add(String.valueOf(folder.group(1)));
        }
        assertEquals(List.of("main/resources", "${project.basedir}/../proofs-notes", "references.bib"),
                found);
    }

    @Test
    void withoutJdkThereIsNoVerdict() throws IOException, InterruptedException {
        Files.writeString(root.resolve("jdk/release"), "JAVA_VERSION=\"17.0.1\"\n");
        String launcher = Files.readString(root.resolve("dsc")).replace("needed=25", "needed=999");
        Files.writeString(root.resolve("dsc"), launcher);
        Result result = run();
        assertEquals(NO_VERDICT, result.exit);
        assertEquals("", result.out);
        assertTrue(result.err.startsWith("dsc: no JDK 999 or newer found"), result.err);
        assertEquals(1, result.err.lines().count());
    }
}

package org.deepsparse.properties;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;
import org.deepsparse.trial.Regression;

/// Laws that try the cases that once failed before they draw anything at random.
///
/// The cases stand in `deepsparse-regressions.txt` among the test resources, one line each ([Regression]);
/// the message of a failing property ends with the line to add. Without such a file there are none.
public interface KeepsRegressions {

    /// The name of the file, at the root of the class path.
    String FILE = "deepsparse-regressions.txt";

    /// The kept cases of all theorems.
    ///
    /// @throws IllegalArgumentException if a line is none, or names an unknown verdict or theorem
    default List<Regression> regressions() {
        try (InputStream file = getClass().getResourceAsStream("/" + FILE)) {
            return file == null
                    ? List.of()
                    : Regression.parse(new String(file.readAllBytes(), StandardCharsets.UTF_8), FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Tries a kept case, if it is one of these laws' theorem.
    ///
    /// @throws AssertionError if it fails again
    void tryAgain(Regression regression);

    /// What is tried before anything is drawn at random: the kept cases.
    ///
    /// @throws AssertionError if one of them fails again
    default void beforeRandomCases() {
        regressions().forEach(this::tryAgain);
    }

    /// Jqwik runs it around a property of such laws: first the kept cases, then the property.
    final class First implements AroundPropertyHook {

        @Override
        public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context,
                PropertyExecutor property) {
            ((KeepsRegressions) context.testInstance()).beforeRandomCases();
            return property.execute();
        }
    }
}

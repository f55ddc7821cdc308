package org.deepsparse.properties;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/// What the JUnit platform says about a contract.
///
/// @param passed how many tests passed
/// @param failures messages of those that failed, by name
public record Rejections(int passed, Map<String, String> failures) {

    /// Runs all tests of the class. Jqwik reports nothing by itself and remembers no failure, so the order of
    /// runs does not matter.
    public static Rejections of(Class<?> contract, int tries) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(contract))
                .configurationParameter("jqwik.tries.default", Integer.toString(tries))
                .configurationParameter("jqwik.reporting.usejunitplatform", "true")
                .configurationParameter("jqwik.failures.after.default", "PREVIOUS_SEED")
                .configurationParameter("jqwik.failures.runfirst", "false")
                .build();
        Map<String, String> failures = new TreeMap<>();
        AtomicInteger passed = new AtomicInteger();
        LauncherFactory.create().execute(request, new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
                    String message = result.getThrowable().map(Throwable::getMessage).orElse("");
                    failures.put(test.getDisplayName(), message == null ? "" : message);
                } else if (test.isTest()) {
                    passed.incrementAndGet();
                }
            }
        });
        return new Rejections(passed.get(), failures);
    }
}

package io.dragoman;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Has the facades of all tests traced, and keeps the traces for {@link CanaryIT}. */
@WithTestResource(value = SuiteTraces.class, scope = TestResourceScope.GLOBAL)
public final class SuiteTraces implements QuarkusTestResourceLifecycleManager {

    private @Nullable Collector collector;

    @Override
    public Map<String, String> start() {
        try {
            Collector started = Collector.start();
            collector = started;
            return Map.of("dragoman.traces.endpoint", started.endpoint());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        if (collector != null) {
            collector.close();
            SuiteFiles.TRACES.add(collector.text());
        }
    }
}

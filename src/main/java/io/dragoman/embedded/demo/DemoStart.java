package io.dragoman.embedded.demo;

import io.dragoman.embedded.demo.DemoLoader.Outcome;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/** Has the demo data loaded at start, after the migration and before the first request can come. */
@ApplicationScoped
class DemoStart {

    private static final Logger LOG = Logger.getLogger(DemoStart.class);

    private final DemoConfig config;
    private final DemoLoader loader;
    private volatile boolean demo;

    DemoStart(DemoConfig config, DemoLoader loader) {
        this.config = config;
        this.loader = loader;
    }

    /** Whether the directory holds the demo data. */
    boolean hasDemoData() {
        return demo;
    }

    // Before the observers without a priority, which then find the data.
    void onStart(@Observes @Priority(Interceptor.Priority.APPLICATION) StartupEvent start) {
        if (config.wanted()) {
            Outcome outcome = load();
            demo = outcome != Outcome.REFUSED;
        }
    }

    private Outcome load() {
        try {
            long begin = System.nanoTime();
            Outcome outcome = loader.load();
            report(outcome, (System.nanoTime() - begin) / 1_000_000);
            return outcome;
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot load the demo data", e);
        }
    }

    private static void report(Outcome outcome, long millis) {
        switch (outcome) {
            case LOADED -> LOG.infof("Demo data loaded in %d ms", millis);
            case PRESENT -> LOG.debug("Demo data is there already");
            case REFUSED -> LOG.warn("dragoman.demo is set, but this directory has accounts of its own: not loaded");
        }
    }
}

package io.dragoman.observe;

import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Logger;

/** Listens to the access log while a test lasts. */
final class AccessLines extends Handler {

    private final List<ExtLogRecord> lines = new CopyOnWriteArrayList<>();

    static AccessLines listen() {
        AccessLines listener = new AccessLines();
        Logger.getLogger(AccessLog.CATEGORY).addHandler(listener);
        return listener;
    }

    /** The first line that meets a condition, as soon as it is there. */
    ExtLogRecord first(Predicate<ExtLogRecord> condition) {
        await().until(() -> lines.stream().anyMatch(condition));
        return lines.stream().filter(condition).findFirst().orElseThrow();
    }

    /** The line of a request, by its id. */
    ExtLogRecord of(String request) {
        return first(line -> request.equals(line.getMdc(RequestIds.FIELD)));
    }

    List<ExtLogRecord> all() {
        return List.copyOf(lines);
    }

    @Override
    public void publish(LogRecord line) {
        lines.add((ExtLogRecord) line);
    }

    @Override
    public void flush() {
        // nothing is held back
    }

    @Override
    public void close() {
        Logger.getLogger(AccessLog.CATEGORY).removeHandler(this);
    }
}

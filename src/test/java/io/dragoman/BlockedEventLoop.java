package io.dragoman;

import io.quarkus.test.junit.callback.QuarkusTestAfterEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Fails each test during which the event loop waited or worked for over 200 ms, as Vert.x's own check saw it.
 *
 * <p>What counts is what the loop was caught at: waiting, reading, hashing, drawing. A loop that merely got no processor
 * for a while, or was loading a class, is a busy machine's.
 */
public class BlockedEventLoop implements QuarkusTestBeforeEachCallback, QuarkusTestAfterEachCallback {

    private static final String CHECKER = "io.vertx.core.impl.BlockedThreadChecker";

    private static final String[] BLOCKING = {
        "jdk.internal.misc.Unsafe.park",
        "java.lang.Object.wait",
        "java.lang.Thread.sleep",
        "sun.nio.ch.SocketDispatcher.read0",
        "sun.nio.ch.UnixFileDispatcherImpl.read0",
        "java.io.FileInputStream.read",
        "java.lang.ProcessImpl",
        "org.bouncycastle.crypto.generators.Argon2",
        "javax.imageio",
        "sun.java2d",
        "org.postgresql"
    };

    private static final Queue<Throwable> CAUGHT = new ConcurrentLinkedQueue<>();

    /** Held, as the log manager forgets loggers that nobody holds. */
    private static final Logger LOGGER = watched();

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        CAUGHT.clear();
    }

    @Override
    public void afterEach(QuarkusTestMethodContext context) {
        Throwable caught = CAUGHT.poll();
        if (caught != null) {
            throw new AssertionError("the event loop was blocked, says " + LOGGER.getName(), caught);
        }
    }

    private static Logger watched() {
        Logger logger = Logger.getLogger(CHECKER);
        logger.addHandler(new Handler() {
            @Override
            public void publish(LogRecord record) {
                Throwable thrown = record.getThrown();
                if (thrown != null
                        && isBlocking(thrown)
                        && String.valueOf(record.getMessage()).contains("eventloop")) {
                    CAUGHT.add(thrown);
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        });
        return logger;
    }

    private static boolean isBlocking(Throwable thrown) {
        String[] frames = Arrays.stream(thrown.getStackTrace())
                .map(frame -> frame.getClassName() + "." + frame.getMethodName())
                .toArray(String[]::new);
        return Stream.of(frames).noneMatch(frame -> frame.contains("ClassLoader"))
                && Stream.of(frames).anyMatch(frame -> Stream.of(BLOCKING).anyMatch(frame::startsWith));
    }
}

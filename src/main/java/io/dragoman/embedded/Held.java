package io.dragoman.embedded;

import java.util.concurrent.CountDownLatch;

/** Keeps an object from being collected, and so its file or pipe from being closed, until the JVM ends. */
final class Held implements Runnable {

    private final Object object;

    private Held(Object object) {
        this.object = object;
    }

    // A thread, not a static field: it outlives the class loader that a live reload throws away.
    static void forTheLifeOfTheJvm(Object object) {
        Thread thread = new Thread(
                new Held(object), "embedded-postgres-" + object.getClass().getSimpleName());
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        thread.start();
    }

    @Override
    public void run() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody may interrupt the holder of " + object, e);
        }
    }
}

package io.dragoman.cluster;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Callers that call and call until they are told to stop, and what they were answered. */
final class Load implements AutoCloseable {

    /** What came of a call; status 0 where there was no answer. */
    record Outcome(String what, int number, int status, String body, Duration took) {

        @Override
        public String toString() {
            return what + " #" + number + ": " + status + " after " + took.toMillis() + " ms " + body;
        }
    }

    private final Duration pause;
    private final ScheduledExecutorService callers = Executors.newScheduledThreadPool(20);
    private final List<AtomicInteger> calls = new CopyOnWriteArrayList<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final Queue<Outcome> outcomes = new ConcurrentLinkedQueue<>();

    /**
     * A load of nobody yet.
     *
     * @param pause between two calls of a caller: the tests are about order and time, not about how much a machine can do
     */
    Load(Duration pause) {
        this.pause = pause;
    }

    /** Adds a caller: each of its calls gets a number that no other one has. */
    void add(String what, IntFunction<HttpResponse<String>> call) {
        AtomicInteger made = new AtomicInteger();
        calls.add(made);
        ScheduledFuture<?> unused = callers.scheduleWithFixedDelay(
                () -> {
                    outcomes.add(outcome(what, numbers.incrementAndGet(), call));
                    made.incrementAndGet();
                },
                0,
                pause.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** How many calls that caller has made who has made the fewest. */
    int fewest() {
        return calls.stream().mapToInt(AtomicInteger::get).min().orElse(0);
    }

    int size() {
        return outcomes.size();
    }

    List<Outcome> outcomes(Predicate<Outcome> which) {
        return outcomes.stream().filter(which).toList();
    }

    /** How many calls there were of each kind and status. */
    String summary() {
        return outcomes.stream()
                .collect(Collectors.groupingBy(
                        outcome -> outcome.what() + " " + outcome.status(),
                        java.util.TreeMap::new,
                        Collectors.counting()))
                .toString();
    }

    Duration slowest() {
        return new ArrayList<>(outcomes)
                .stream().map(Outcome::took).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    /** Lets everybody finish the call he is in. */
    @Override
    public void close() {
        callers.shutdown();
        try {
            if (!callers.awaitTermination(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("a call does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Outcome outcome(String what, int number, IntFunction<HttpResponse<String>> call) {
        long begin = System.nanoTime();
        try {
            HttpResponse<String> answer = call.apply(number);
            return new Outcome(what, number, answer.statusCode(), answer.body(), since(begin));
        } catch (UncheckedIOException e) {
            return new Outcome(what, number, 0, String.valueOf(e.getMessage()), since(begin));
        }
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}

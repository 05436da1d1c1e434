package io.dragoman.admin;

import io.dragoman.directory.bulk.Line;
import io.dragoman.directory.bulk.PersonLine;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a request's body in batches, read from the connection only as batches are asked for: what is not yet
 * wanted stays with the sender. A sender who pauses has what he sent so far handed on. For one subscriber.
 */
final class BodyBatches implements Flow.Publisher<List<Line>>, Flow.Subscription, LineSplitter.Receiver {

    /** How long a batch that is not full waits for more. */
    private static final long PAUSE_MILLIS = 50;

    private static final long NO_TIMER = -1;

    private final Vertx vertx;
    private final HttpServerRequest request;
    private final LineReader reader;
    private final ImportConfig config;
    private final int longest;
    private final long mostBytes;
    private final LineSplitter splitter;
    private final Deque<Held> lines = new ArrayDeque<>();
    private final Context context;
    private Flow.@Nullable Subscriber<? super List<Line>> subscriber;
    private long bytes;
    private long wanted;
    private long timer = NO_TIMER;
    private boolean asked;
    private boolean paused;
    private boolean ended;
    private boolean over;

    /** A line, and how many bytes were read for it. */
    private record Held(Line line, int bytes) {}

    /**
     * @param request paused, its body not yet touched
     * @param first the number of the first line
     */
    BodyBatches(Vertx vertx, HttpServerRequest request, LineReader reader, ImportConfig config, long first) {
        this.vertx = vertx;
        this.request = request;
        this.reader = reader;
        this.config = config;
        this.longest = (int) config.maxLine().asLongValue();
        this.mostBytes = config.batchBytes().asLongValue();
        this.splitter = new LineSplitter(longest, first, this);
        this.context = vertx.getOrCreateContext();
    }

    @Override
    public void subscribe(Flow.Subscriber<? super List<Line>> one) {
        subscriber = one;
        request.handler(this::received);
        request.endHandler(end -> ended());
        request.exceptionHandler(this::broken);
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            request.response().writeContinue();
        }
        one.onSubscribe(this);
    }

    @Override
    public void request(long more) {
        onContext(() -> {
            wanted = wanted + more < 0 ? Long.MAX_VALUE : wanted + more;
            flow();
        });
    }

    /** What still comes is left to {@link BodyRest}. */
    @Override
    public void cancel() {
        onContext(() -> {
            over = true;
            stopTimer();
            lines.clear();
            bytes = 0;
        });
    }

    @Override
    public void line(long line, byte[] bytes, int offset, int length) {
        hold(new Held(reader.read(line, bytes, offset, length), length));
    }

    @Override
    public void tooLong(long line) {
        hold(new Held(LineReader.tooLong(line, longest), 0));
    }

    private void hold(Held line) {
        lines.add(line);
        bytes += line.bytes();
    }

    private void received(Buffer part) {
        asked = false;
        splitter.feed(part.getBytes());
        flow();
    }

    private void ended() {
        ended = true;
        if (!over) {
            splitter.finish();
            flow();
        }
    }

    private void broken(Throwable cause) {
        if (!over && !ended) {
            over = true;
            stopTimer();
            if (subscriber != null) {
                subscriber.onError(
                        Failure.of(Kind.MALFORMED, "the body broke off").toException(cause));
            }
        }
    }

    /** Hands on what is wanted and there, and asks for more of the body where that is not enough. */
    private void flow() {
        while (wanted > 0 && !over && isReady()) {
            wanted--;
            paused = false;
            stopTimer();
            emit(next());
        }
        if (over) {
            return;
        }
        if (ended && lines.isEmpty()) {
            over = true;
            complete();
        } else if (wanted > 0 && !ended && !asked) {
            asked = true;
            startTimer();
            request.fetch(1);
        }
    }

    private boolean isReady() {
        return lines.size() >= config.batch() || bytes >= mostBytes || (!lines.isEmpty() && (ended || paused));
    }

    private List<Line> next() {
        List<Line> batch = new ArrayList<>(Math.min(lines.size(), config.batch()));
        long left = bytes - mostBytes;
        int passwords = 0;
        while (!lines.isEmpty()
                && batch.size() < config.batch()
                && passwords < config.passwords()
                && (batch.isEmpty() || bytes > left)) {
            Held held = lines.remove();
            bytes -= held.bytes();
            batch.add(held.line());
            passwords += held.line() instanceof PersonLine person && person.password() != null ? 1 : 0;
        }
        return batch;
    }

    private void startTimer() {
        if (timer == NO_TIMER && !lines.isEmpty()) {
            timer = vertx.setTimer(PAUSE_MILLIS, passed -> {
                timer = NO_TIMER;
                paused = true;
                flow();
            });
        }
    }

    private void stopTimer() {
        if (timer != NO_TIMER) {
            vertx.cancelTimer(timer);
            timer = NO_TIMER;
        }
    }

    private void emit(List<Line> batch) {
        if (subscriber != null) {
            subscriber.onNext(batch);
        }
    }

    private void complete() {
        if (subscriber != null) {
            subscriber.onComplete();
        }
    }

    private void onContext(Runnable work) {
        if (Vertx.currentContext() == context) {
            work.run();
        } else {
            context.runOnContext(ignored -> work.run());
        }
    }
}

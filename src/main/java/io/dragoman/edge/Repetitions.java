package io.dragoman.edge;

import io.dragoman.account.Pepper;
import io.dragoman.directory.Caller;
import io.dragoman.directory.Once;
import io.dragoman.directory.ReceiptStore;
import io.dragoman.directory.ReceiptStore.Receipt;
import io.dragoman.directory.ReceiptStore.Repeated;
import io.dragoman.directory.RequestKey;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Lets a creating request be sent again: one that says the same under the same {@link IdempotencyKey} is told what the
 * first one was, and creates nothing.
 *
 * <p>What failed has created nothing and is not remembered: the same may be tried again under its key.
 */
@ApplicationScoped
public class Repetitions {

    private static final Duration SOON = Duration.ofSeconds(1);

    private final ReceiptStore receipts;
    private final Pepper pepper;
    private final Counter first;
    private final Counter repeated;
    private final Counter mismatch;

    Repetitions(ReceiptStore receipts, Pepper pepper, MeterRegistry registry) {
        this.receipts = receipts;
        this.pepper = pepper;
        first = counter(registry, "first");
        repeated = counter(registry, "repeated");
        mismatch = counter(registry, "mismatch");
    }

    /**
     * The receipt of a creation, done now or, with a key that is known, before. Fails with INVALID where the key is none
     * or was another request's, and with what the creation fails with.
     *
     * @param request all that makes a request the same one, asked for where there is a key
     * @param receipt what the room makes its answer of, now and then
     */
    public <T> Uni<String> once(
            IdempotencyKey sent,
            Caller caller,
            Supplier<byte[]> request,
            Function<T, String> receipt,
            Function<Once<T>, Uni<T>> creation) {
        String text = sent.text();
        if (text == null) {
            return creation.apply(Once.unnamed()).map(receipt);
        }
        return pepper.hash("request:" + caller.account().value(), sha256(request.get()))
                .map(digest ->
                        new RequestKey(caller.account(), caller.user(), caller.system(), text, sent.part(), digest))
                .chain(key -> once(new Once<>(key, receipt), key, creation));
    }

    private <T> Uni<String> once(Once<T> once, RequestKey key, Function<Once<T>, Uni<T>> creation) {
        return known(key)
                .chain(known -> known.map(receipt -> Uni.createFrom().item(receipt))
                        .orElseGet(() -> created(once, key, creation)));
    }

    private <T> Uni<String> created(Once<T> once, RequestKey key, Function<Once<T>, Uni<T>> creation) {
        return creation.apply(once)
                .map(once.receipt())
                .invoke(() -> first.increment())
                .onFailure(Repeated.class)
                .recoverWithUni(() -> known(key).map(receipt -> receipt.orElseThrow(Repetitions::tooEarly)));
    }

    private Uni<Optional<String>> known(RequestKey key) {
        return receipts.find(key).map(found -> found.map(receipt -> textOf(receipt, key)));
    }

    private String textOf(Receipt receipt, RequestKey key) {
        if (!receipt.digest().equals(key.digest())) {
            mismatch.increment();
            throw IdempotencyKey.refusal("another request's").toException();
        }
        repeated.increment();
        return receipt.text();
    }

    /** The other one of two at once has left nothing behind that could be told. */
    private static RuntimeException tooEarly() {
        return Failure.retryable(Kind.UNAVAILABLE, "the first request", SOON).toException();
    }

    private static String sha256(byte[] request) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(request));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }

    private static Counter counter(MeterRegistry registry, String outcome) {
        return registry.counter("dragoman.idempotency", "outcome", outcome);
    }
}

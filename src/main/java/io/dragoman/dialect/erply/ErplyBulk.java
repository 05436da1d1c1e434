package io.dragoman.dialect.erply;

import io.dragoman.account.Account;
import io.dragoman.edge.Exchange;
import io.dragoman.edge.IdempotencyKey;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers the sub-requests of a bulk: some at once, each failing alone, in the order asked (erply.md 7.3). */
@ApplicationScoped
class ErplyBulk {

    /** The parameter that makes a request a bulk. */
    static final String REQUESTS = "requests";

    private final ErplyCalls calls;
    private final ErplyEnvelope envelope;
    private final ErplyConfig config;

    ErplyBulk(ErplyCalls calls, ErplyEnvelope envelope, ErplyConfig config) {
        this.calls = calls;
        this.envelope = envelope;
        this.config = config;
    }

    /** The session that all sub-requests can do with; it is checked once. */
    SessionNeed session(List<SubRequest> subs) {
        return subs.stream()
                .map(sub -> calls.named(sub.name()))
                .map(call -> call == null ? SessionNeed.NONE : call.session())
                .max(SessionNeed::compareTo)
                .orElse(SessionNeed.NONE);
    }

    /** The answers; each sub-request has the request's key as one of its parts. */
    Uni<List<Fields>> answer(
            Exchange exchange, List<SubRequest> subs, Account account, @Nullable SignedIn signedIn, Origin origin) {
        if (subs.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        IdempotencyKey key = IdempotencyKey.of(exchange.head());
        List<Uni<Fields>> answers = new ArrayList<>(subs.size());
        for (SubRequest sub : subs) {
            IdempotencyKey part = key.forPart(answers.size());
            answers.add(answer(exchange, sub, new Asked(sub.params(), account, signedIn, origin, part)));
        }
        return Uni.join()
                .all(answers)
                .usingConcurrencyOf(config.bulkConcurrency())
                .andFailFast();
    }

    private Uni<Fields> answer(Exchange exchange, SubRequest sub, Asked asked) {
        return Uni.createFrom().deferred(() -> {
            Begun begun = envelope.begin();
            return reply(exchange, sub, asked)
                    .map(reply -> envelope.subReplied(sub, reply, begun))
                    .onFailure()
                    .recoverWithItem(failure -> refused(exchange, sub, Refusal.of(failure), begun));
        });
    }

    private Fields refused(Exchange exchange, SubRequest sub, Refusal refusal, Begun begun) {
        exchange.failedInPart(refusal.kind());
        return envelope.subRefused(sub, refusal, begun);
    }

    private Uni<Reply> reply(Exchange exchange, SubRequest sub, Asked asked) {
        return Uni.createFrom().deferred(() -> {
            sub.params().check(config.maxParameters(), config.maxParameterLength(), config.maxBulkLength());
            ErplyCall call = calls.named(sub.name(), sub.params(), exchange);
            return call == null ? Uni.createFrom().failure(Refusal.of(ErplyCode.UNKNOWN_CALL)) : call.answer(asked);
        });
    }
}

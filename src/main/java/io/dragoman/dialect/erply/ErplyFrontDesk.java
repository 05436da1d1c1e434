package io.dragoman.dialect.erply;

import io.dragoman.account.Account;
import io.dragoman.edge.Admission;
import io.dragoman.edge.Exchange;
import io.dragoman.edge.IdempotencyKey;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Takes a request through Erply's checks in their order to the call or bulk it is (erply.md 6). */
@ApplicationScoped
class ErplyFrontDesk {

    private final ErplyGate gate;
    private final ErplyCalls calls;
    private final ErplyBulk bulk;
    private final ErplyEnvelope envelope;
    private final ErplyDialect dialect;
    private final Admission admission;
    private final ErplyConfig config;

    ErplyFrontDesk(
            ErplyGate gate,
            ErplyCalls calls,
            ErplyBulk bulk,
            ErplyEnvelope envelope,
            ErplyDialect dialect,
            Admission admission,
            ErplyConfig config) {
        this.gate = gate;
        this.calls = calls;
        this.bulk = bulk;
        this.envelope = envelope;
        this.dialect = dialect;
        this.admission = admission;
        this.config = config;
    }

    /** The document that answers a request, whatever goes wrong. */
    Uni<Fields> answer(Exchange exchange, ErplyForm.Gathered form, Origin origin) {
        Begun begun = envelope.begin();
        return admitted(exchange, form, origin, begun)
                .onFailure()
                .recoverWithItem(failure -> refused(exchange, form.params(), Refusal.of(failure), begun));
    }

    private Fields refused(Exchange exchange, ErplyParams params, Refusal refusal, Begun begun) {
        exchange.failed(refusal.kind());
        return envelope.refused(params, refusal, begun);
    }

    private Uni<Fields> admitted(Exchange exchange, ErplyForm.Gathered form, Origin origin, Begun begun) {
        if (form.fault() != null) {
            return Uni.createFrom().failure(form.fault());
        }
        ErplyParams params = form.params();
        return gate.account(params.text("clientCode"), exchange.head())
                .invoke(exchange::account)
                .chain(account -> params.has(ErplyBulk.REQUESTS)
                        ? answerBulk(exchange, params, account, origin, begun)
                        : answerCall(exchange, params, account, origin)
                                .map(reply -> envelope.replied(params, reply, begun)));
    }

    private Uni<Reply> answerCall(Exchange exchange, ErplyParams params, Account account, Origin origin) {
        ErplyCall call = calls.named(params.text("request"), params, exchange);
        if (call == null || !ReplyFormat.isKnown(params)) {
            ErplyCode code = call == null ? ErplyCode.UNKNOWN_CALL : ErplyCode.UNKNOWN_OUTPUT_FORMAT;
            return countedAndRefused(exchange, account, Refusal.of(code));
        }
        exchange.operation(call.name());
        return count(exchange, account, 1)
                .chain(() -> gate.enter(call.session(), account, sessionKey(params, call.session())))
                .chain(who -> call.answer(
                        new Asked(params, account, who.orElse(null), origin, IdempotencyKey.of(exchange.head()))));
    }

    private Uni<Fields> answerBulk(Exchange exchange, ErplyParams params, Account account, Origin origin, Begun begun) {
        exchange.operation("bulk");
        List<SubRequest> subs;
        try {
            subs = subRequests(params);
        } catch (Refusal refusal) {
            return countedAndRefused(exchange, account, refusal);
        }
        SessionNeed need = bulk.session(subs);
        return count(exchange, account, config.bulkCountsEach() ? Math.max(1, subs.size()) : 1)
                .chain(() -> gate.enter(need, account, sessionKey(params, need)))
                .chain(who -> bulk.answer(exchange, subs, account, who.orElse(null), origin))
                .map(answers -> envelope.bulk(answers, begun));
    }

    private static List<SubRequest> subRequests(ErplyParams params) {
        if (!ReplyFormat.isKnown(params)) {
            throw Refusal.of(ErplyCode.UNKNOWN_OUTPUT_FORMAT);
        }
        return BulkReader.read(params.scalar(ErplyBulk.REQUESTS));
    }

    private static String sessionKey(ErplyParams params, SessionNeed need) {
        return need == SessionNeed.NONE ? "" : params.scalar("sessionKey");
    }

    private Uni<Void> count(Exchange exchange, Account account, int calls) {
        return admission.count(exchange, dialect.quota(account), calls);
    }

    /** A call that is none counts all the same, and is refused for what it is even where the quota is used up. */
    private <T> Uni<T> countedAndRefused(Exchange exchange, Account account, Refusal refusal) {
        return count(exchange, account, 1)
                .onFailure()
                .recoverWithNull()
                .chain(() -> Uni.createFrom().failure(refusal));
    }
}

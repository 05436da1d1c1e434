package io.dragoman.dialect.erply;

import io.dragoman.edge.Answer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** Puts replies and refusals into Erply's envelope, and that into JSON or XML (erply.md 4.1, 7). */
@ApplicationScoped
class ErplyEnvelope {

    private final ErplyConfig config;
    private final Clock clock;

    ErplyEnvelope(ErplyConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    Begun begin() {
        return new Begun(clock.instant(), System.nanoTime());
    }

    /** The answer to a call. */
    Fields replied(ErplyParams params, Reply reply, Begun begun) {
        return document(ok(single(params), begun), reply, begun);
    }

    /** A refused call or, where it is one, bulk. */
    Fields refused(ErplyParams params, Refusal refusal, Begun begun) {
        return params.has(ErplyBulk.REQUESTS)
                ? Fields.of("status", timed(error(new Fields(), refusal, begun), begun))
                        .with(ErplyBulk.REQUESTS, List.of())
                : document(error(single(params), refusal, begun), begun);
    }

    /** The answer to a bulk, which is good however its sub-requests went. */
    Fields bulk(List<Fields> answers, Begun begun) {
        return Fields.of("status", timed(ok(new Fields(), begun), begun)).with(ErplyBulk.REQUESTS, answers);
    }

    Fields subReplied(SubRequest sub, Reply reply, Begun begun) {
        return document(ok(sub.status(), begun), reply, begun);
    }

    Fields subRefused(SubRequest sub, Refusal refusal, Begun begun) {
        return document(error(sub.status(), refusal, begun), begun);
    }

    Answer answer(int status, ReplyFormat format, Fields document) {
        return allow(Answer.of(status, format.contentType(), format.write(document)));
    }

    /** Lets scripts of other origins read an answer, as Erply does (erply.md 7.1). */
    Answer allow(Answer answer) {
        return config.cors() ? answer.with("Access-Control-Allow-Origin", "*") : answer;
    }

    private static Fields single(ErplyParams params) {
        return Fields.of("request", params.text("request"));
    }

    private static Fields ok(Fields status, Begun begun) {
        return status.with("requestUnixTime", begun.unixTime())
                .with("responseStatus", "ok")
                .with("errorCode", 0);
    }

    private static Fields error(Fields status, Refusal refusal, Begun begun) {
        return status.with("requestUnixTime", begun.unixTime())
                .with("responseStatus", "error")
                .with("errorCode", refusal.code().number())
                .with("errorField", refusal.errorField());
    }

    private static Fields document(Fields status, Begun begun) {
        return document(status, Reply.of(List.of()), begun);
    }

    private static Fields document(Fields status, Reply reply, Begun begun) {
        timed(status, begun).with("recordsTotal", reply.total()).with("recordsInResponse", reply.count());
        return Fields.of("status", status).with("records", reply.records());
    }

    private static Fields timed(Fields status, Begun begun) {
        return status.with("generationTime", begun.generationTime());
    }
}

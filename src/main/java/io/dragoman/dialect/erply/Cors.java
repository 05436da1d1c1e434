package io.dragoman.dialect.erply;

import io.dragoman.edge.Answer;
import io.dragoman.edge.RequestHead;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import jakarta.enterprise.context.ApplicationScoped;

/** Answers browsers that ask before they send a request of another origin's page (erply.md 7.1). */
@ApplicationScoped
class Cors {

    private final ErplyConfig config;
    private final ErplyEnvelope envelope;

    Cors(ErplyConfig config, ErplyEnvelope envelope) {
        this.config = config;
        this.envelope = envelope;
    }

    /** The answer to OPTIONS; what is no preflight is a method there is not. */
    Answer preflight(RequestHead head) {
        if (!config.cors() || head.header("Origin") == null || head.header("Access-Control-Request-Method") == null) {
            throw Failure.of(Kind.METHOD_NOT_ALLOWED).toException();
        }
        return envelope.allow(Answer.of(204, ReplyFormat.JSON_TYPE, ""))
                .with("Access-Control-Allow-Methods", "GET, POST")
                .with("Access-Control-Allow-Headers", "Authorization, Content-Type, clientCode, jwt, sessionKey")
                .with("Access-Control-Max-Age", "86400");
    }
}

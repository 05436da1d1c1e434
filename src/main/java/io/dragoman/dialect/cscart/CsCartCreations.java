package io.dragoman.dialect.cscart;

import io.dragoman.directory.Once;
import io.dragoman.edge.Answer;
import io.dragoman.edge.Exchange;
import io.dragoman.edge.IdempotencyKey;
import io.dragoman.edge.Repetitions;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** Answers requests that create something: once, however often they are sent under one {@code Idempotency-Key}. */
@ApplicationScoped
class CsCartCreations {

    private final Repetitions repetitions;

    CsCartCreations(Repetitions repetitions) {
        this.repetitions = repetitions;
    }

    /** 201 with what is said of the thing made, which is the first answer again for a request sent again. */
    <T> Uni<Response> once(
            RoutingContext context, CsCartCall call, Function<T, Object> made, Function<Once<T>, Uni<T>> creation) {
        Exchange exchange = Exchange.of(context);
        IdempotencyKey key = IdempotencyKey.of(exchange.head());
        return repetitions
                .once(key, call.caller(), () -> request(exchange), made.andThen(CsCartJson::text), creation)
                .map(body -> CsCartJson.written(201, body))
                .map(Answer::toResponse);
    }

    /** What makes a request the same: its method, its path and its body to the byte. */
    private static byte[] request(Exchange exchange) {
        String target = exchange.head().method() + " " + exchange.head().path() + "\n";
        byte[] head = target.getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[head.length + exchange.body().length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(exchange.body(), 0, all, head.length, exchange.body().length);
        return all;
    }
}

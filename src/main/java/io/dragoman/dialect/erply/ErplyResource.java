package io.dragoman.dialect.erply;

import io.dragoman.edge.Answer;
import io.dragoman.edge.Exchange;
import io.dragoman.edge.Operation;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** {@code /api/}: the one endpoint of all calls (erply.md 1.1, 7.4). */
@Path("/" + ErplyDialect.ID + ErplyDialect.API)
class ErplyResource {

    private final ErplyFrontDesk desk;
    private final ErplyEnvelope envelope;
    private final Origins origins;
    private final Cors cors;
    private final ErplyConfig config;

    ErplyResource(ErplyFrontDesk desk, ErplyEnvelope envelope, Origins origins, Cors cors, ErplyConfig config) {
        this.desk = desk;
        this.envelope = envelope;
        this.origins = origins;
        this.cors = cors;
        this.config = config;
    }

    @POST
    public Uni<Response> post(@Context RoutingContext context) {
        return answer(context);
    }

    @GET
    public Uni<Response> get(@Context RoutingContext context) {
        return answer(context);
    }

    @HEAD
    public Response head() {
        throw Failure.of(Kind.METHOD_NOT_ALLOWED).toException();
    }

    @OPTIONS
    @Operation("options")
    public Response options(@Context RoutingContext context) {
        return cors.preflight(Exchange.of(context).head()).toResponse();
    }

    private Uni<Response> answer(RoutingContext context) {
        Exchange exchange = Exchange.of(context);
        ErplyForm.Gathered form = ErplyForm.gather(exchange.head(), exchange.body(), config);
        ReplyFormat format = ReplyFormat.of(form.params());
        return desk.answer(exchange, form, origins.of(context))
                .map(document -> envelope.answer(200, format, document))
                .map(Answer::toResponse);
    }
}

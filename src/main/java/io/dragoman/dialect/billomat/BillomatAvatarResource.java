package io.dragoman.dialect.billomat;

import io.dragoman.edge.Answer;
import io.dragoman.edge.Exchange;
import io.dragoman.edge.Operation;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** {@code /api/users/{id}/avatar} (billomat.md 8). */
@Path("/" + BillomatDialect.ID + "/api/users/{id}/avatar")
class BillomatAvatarResource {

    private final People people;
    private final Avatars avatars;

    BillomatAvatarResource(People people, Avatars avatars) {
        this.people = people;
        this.avatars = avatars;
    }

    @GET
    @Operation(
            value = "avatars.get",
            reads = {"mode", "size"})
    public Uni<Response> picture(@PathParam("id") String id, @Context RoutingContext context) {
        Exchange exchange = Exchange.of(context);
        AvatarRequest request = AvatarRequest.of(exchange.head().query());
        return people.find(exchange, id)
                .chain(user -> avatars.find(user, request, exchange.head().header("If-None-Match")))
                .map(Answer::toResponse);
    }
}

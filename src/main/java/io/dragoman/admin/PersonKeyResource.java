package io.dragoman.admin;

import io.dragoman.operator.Keys;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Makes keys for people. */
@Path(AdminDialect.ROOT)
@Tag(name = "keys")
class PersonKeyResource implements AdminResource {

    private static final String PATH = "accounts/{account}/people/{person}/keys";

    private final Desk desk;
    private final Keys keys;
    private final Systems systems;
    private final AdminConfig config;
    private final Clock clock;

    PersonKeyResource(Desk desk, Keys keys, Systems systems, AdminConfig config, Clock clock) {
        this.desk = desk;
        this.keys = keys;
        this.systems = systems;
        this.config = config;
        this.clock = clock;
    }

    @POST
    @Path(PATH)
    @Operation(operationId = "createKey", summary = "Make a key, or import one that clients have already")
    @RequestBody(content = @Content(schema = @Schema(implementation = KeyDocument.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = KeyDocument.class)))
    public Uni<Response> create(
            @PathParam("account") String account, @PathParam("person") String id, @Context RoutingContext context) {
        Call call = Call.of(context);
        KeyDocument wanted =
                AdminJson.document(call.json(config), KeyDocument.class).requireNew(systems);
        return desk.person(account, id)
                .chain(person -> keys.create(
                        person.account(),
                        person.id(),
                        Objects.requireNonNull(wanted.system()),
                        wanted.secret(),
                        wanted.quota(),
                        wanted.expires(),
                        call.operator()))
                .map(made -> Replies.created(
                        AdminDialect.ROOT + "/accounts/" + account + "/keys/"
                                + made.key().id(),
                        made.key().version(),
                        KeyDocument.made(made, clock.instant())));
    }
}

package io.dragoman.admin;

import io.dragoman.directory.Permissions;
import io.dragoman.directory.User;
import io.dragoman.directory.UserDirectory;
import io.dragoman.operator.PersonStore;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is only read of a person: values of the account's own properties, and what his rights come to. */
@Path(AdminDialect.ROOT)
@Tag(name = "people")
class PropertyResource implements AdminResource {

    private static final String PATH = "accounts/{account}/people/{person}";

    private final Desk desk;
    private final PersonStore people;
    private final UserDirectory directory;

    PropertyResource(Desk desk, PersonStore people, UserDirectory directory) {
        this.desk = desk;
        this.people = people;
        this.directory = directory;
    }

    /** Values by the names of their properties. */
    @Schema(name = "Properties")
    record PropertiesDocument(Map<String, String> properties) {}

    /** Permissions, sorted. */
    @Schema(name = "Permissions")
    record PermissionsDocument(List<String> permissions) {

        private static PermissionsDocument of(User user) {
            return new PermissionsDocument(Permissions.names(user.permissions()));
        }
    }

    @GET
    @Path(PATH + "/properties")
    @Operation(operationId = "readProperties", summary = "What is kept of a person under the account's own properties")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PropertiesDocument.class)))
    public Uni<Response> properties(
            @PathParam("account") String account, @PathParam("person") String id, @Context RoutingContext context) {
        Call call = Call.of(context);
        return desk.person(account, id)
                .chain(person -> people.properties(person.account(), person.id())
                        .map(values -> Replies.read(call, person.version(), new PropertiesDocument(values))));
    }

    @GET
    @Path(PATH + "/permissions")
    @Operation(operationId = "readPermissions", summary = "What a person's roles, grants and denials come to")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PermissionsDocument.class)))
    public Uni<Response> permissions(
            @PathParam("account") String account, @PathParam("person") String id, @Context RoutingContext context) {
        Call call = Call.of(context);
        return desk.person(account, id)
                .chain(person -> directory.get(call.operator().in(person.account()), person.id()))
                .map(user -> Replies.read(call, user.version(), PermissionsDocument.of(user)));
    }
}

package io.dragoman.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.directory.AccountId;
import io.dragoman.directory.Role;
import io.dragoman.directory.RoleChange;
import io.dragoman.directory.RoleDirectory;
import io.dragoman.directory.RoleId;
import io.dragoman.operator.RoleRegister;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /admin/v1/accounts/{account}/roles}. */
@Path(AdminDialect.ROOT)
@Tag(name = "roles")
class RoleResource implements AdminResource {

    private static final String PATH = "accounts/{account}/roles";
    private static final String LIST = "roles";

    private final Desk desk;
    private final RoleRegister register;
    private final RoleDirectory directory;
    private final Systems systems;
    private final AdminConfig config;

    RoleResource(Desk desk, RoleRegister register, RoleDirectory directory, Systems systems, AdminConfig config) {
        this.desk = desk;
        this.register = register;
        this.directory = directory;
        this.systems = systems;
        this.config = config;
    }

    /** A page of roles. */
    @Schema(name = "RoleList")
    record Listing(List<RoleDocument> items, @Nullable String next) {}

    @GET
    @Path(PATH)
    @Operation(operationId = "listRoles", summary = "Roles, by id")
    @Parameter(name = "limit", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.INTEGER))
    @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "From the former page's next")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Listing.class)))
    public Uni<Response> list(@PathParam("account") String account, @Context RoutingContext context) {
        Call call = Call.of(context);
        Parameters parameters = Parameters.of(call, config);
        UUID after = Cursor.uuid(LIST, parameters.cursor());
        int limit = parameters.limit();
        return desk.account(account)
                .chain(id -> register.list(id, after == null ? null : new RoleId(after), limit))
                .map(slice -> Replies.list(call, LIST, slice, role -> role.id().value(), RoleDocument::of));
    }

    @POST
    @Path(PATH)
    @Operation(operationId = "createRole", summary = "Make a role")
    @RequestBody(content = @Content(schema = @Schema(implementation = RoleDocument.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = RoleDocument.class)))
    public Uni<Response> create(@PathParam("account") String account, @Context RoutingContext context) {
        Call call = Call.of(context);
        RoleChange initial =
                AdminJson.document(call.json(config), RoleDocument.class).changeFrom(RoleDocument.NONE, systems);
        return desk.account(account)
                .chain(id -> directory.create(call.operator().in(id), initial))
                .map(role -> Replies.created(
                        call.head().path() + "/" + role.id().value(), role.version(), RoleDocument.of(role)));
    }

    @GET
    @Path(PATH + "/{role}")
    @Operation(operationId = "readRole", summary = "One role")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RoleDocument.class)))
    public Uni<Response> single(
            @PathParam("account") String account, @PathParam("role") String id, @Context RoutingContext context) {
        Call call = Call.of(context);
        return find(account, id).map(role -> Replies.read(call, role.version(), RoleDocument.of(role)));
    }

    @PATCH
    @Path(PATH + "/{role}")
    @Operation(operationId = "changeRole", summary = "Change a role by a merge patch")
    @RequestBody(content = @Content(schema = @Schema(implementation = RoleDocument.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RoleDocument.class)))
    public Uni<Response> change(
            @PathParam("account") String account, @PathParam("role") String id, @Context RoutingContext context) {
        Call call = Call.of(context);
        call.requireCondition(config);
        JsonNode patch = call.patch(config);
        return MergePatch.retried(call, () -> find(account, id).chain(former -> change(call, former, patch)));
    }

    @DELETE
    @Path(PATH + "/{role}")
    @Operation(
            operationId = "deleteRole",
            summary = "Delete a role that is nobody's primary one and not the account's default")
    @APIResponse(responseCode = "204", description = "Deleted")
    public Uni<Response> delete(
            @PathParam("account") String account, @PathParam("role") String id, @Context RoutingContext context) {
        Call call = Call.of(context);
        call.requireCondition(config);
        return MergePatch.retried(
                call,
                () -> find(account, id)
                        .invoke(former -> EntityTag.require(former.version(), call.ifMatch()))
                        .chain(former ->
                                directory.delete(call.operator().in(former.account()), former, former.version()))
                        .map(deleted -> Replies.nothing()));
    }

    private Uni<Response> change(Call call, Role former, JsonNode patch) {
        EntityTag.require(former.version(), call.ifMatch());
        RoleDocument before = RoleDocument.of(former);
        RoleChange change =
                MergePatch.applied(before, patch, RoleDocument.class).changeFrom(before, systems);
        return directory
                .change(call.operator().in(former.account()), former, change.expecting(former.version()))
                .map(role -> Replies.changed(role.version(), RoleDocument.of(role)));
    }

    private Uni<Role> find(String account, String id) {
        RoleId key = new RoleId(Call.uuid(id));
        return desk.account(account).chain(found -> find(found, key));
    }

    private Uni<Role> find(AccountId account, RoleId id) {
        return register.get(account, id).map(found -> found.orElseThrow(Call::notFound));
    }
}

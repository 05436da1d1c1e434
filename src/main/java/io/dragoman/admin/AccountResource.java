package io.dragoman.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.operator.Tenancy;
import io.dragoman.operator.TenancySettings;
import io.dragoman.operator.TenancyStore;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /admin/v1/accounts}. */
@Path(AdminDialect.ROOT)
@Tag(name = "accounts")
class AccountResource implements AdminResource {

    private static final String PATH = "accounts";
    private static final String LIST = "accounts";

    private final TenancyStore accounts;
    private final Systems systems;
    private final AdminConfig config;

    AccountResource(TenancyStore accounts, Systems systems, AdminConfig config) {
        this.accounts = accounts;
        this.systems = systems;
        this.config = config;
    }

    /** A page of accounts. */
    @Schema(name = "AccountList")
    record Listing(List<AccountDocument> items, @Nullable String next) {}

    @GET
    @Path(PATH)
    @Operation(operationId = "listAccounts", summary = "Accounts, in the order in which they were made")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Listing.class)))
    public Uni<Response> list(@Context RoutingContext context) {
        Call call = Call.of(context);
        Parameters parameters = Parameters.of(call, config);
        return accounts.list(Cursor.integer(LIST, parameters.cursor()), parameters.limit())
                .map(slice ->
                        Replies.list(call, LIST, slice, account -> account.id().value(), AccountDocument::of));
    }

    @POST
    @Path(PATH)
    @Operation(operationId = "createAccount", summary = "Make an account")
    @RequestBody(content = @Content(schema = @Schema(implementation = AccountDocument.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = AccountDocument.class)))
    public Uni<Response> create(@Context RoutingContext context) {
        Call call = Call.of(context);
        TenancySettings settings = AdminJson.document(call.json(config), AccountDocument.class)
                .requireSame(null)
                .settings(systems);
        return accounts.create(settings, call.operator())
                .map(account -> Replies.created(address(account), account.version(), AccountDocument.of(account)));
    }

    @GET
    @Path(PATH + "/{account}")
    @Operation(operationId = "readAccount", summary = "One account")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AccountDocument.class)))
    public Uni<Response> single(@PathParam("account") String name, @Context RoutingContext context) {
        Call call = Call.of(context);
        return find(name).map(account -> Replies.read(call, account.version(), AccountDocument.of(account)));
    }

    @PATCH
    @Path(PATH + "/{account}")
    @Operation(operationId = "changeAccount", summary = "Change an account by a merge patch")
    @RequestBody(content = @Content(schema = @Schema(implementation = AccountDocument.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AccountDocument.class)))
    public Uni<Response> change(@PathParam("account") String name, @Context RoutingContext context) {
        Call call = Call.of(context);
        call.requireCondition(config);
        JsonNode patch = call.patch(config);
        return MergePatch.retried(call, () -> find(name).chain(former -> change(call, former, patch)));
    }

    @DELETE
    @Path(PATH + "/{account}")
    @Operation(operationId = "deleteAccount", summary = "Delete an account that has no people, or with its people")
    @Parameter(name = "people", in = ParameterIn.QUERY, schema = @Schema(enumeration = "delete"))
    @APIResponse(responseCode = "204", description = "Deleted")
    public Uni<Response> delete(@PathParam("account") String name, @Context RoutingContext context) {
        Call call = Call.of(context);
        call.requireCondition(config);
        boolean people = withPeople(call);
        return MergePatch.retried(
                call,
                () -> find(name)
                        .invoke(former -> EntityTag.require(former.version(), call.ifMatch()))
                        .chain(former -> accounts.delete(former, people, call.operator()))
                        .map(deleted -> Replies.nothing()));
    }

    private Uni<Response> change(Call call, Tenancy former, JsonNode patch) {
        EntityTag.require(former.version(), call.ifMatch());
        TenancySettings settings = MergePatch.applied(AccountDocument.of(former), patch, AccountDocument.class)
                .requireSame(former.created())
                .settings(systems);
        return accounts.change(former, settings, call.operator())
                .map(account -> Replies.changed(account.version(), AccountDocument.of(account)));
    }

    private Uni<Tenancy> find(String name) {
        return accounts.get(name).map(found -> found.orElseThrow(Call::notFound));
    }

    private static boolean withPeople(Call call) {
        String people = call.parameter("people");
        if (people != null && !people.equals("delete")) {
            throw Parameters.invalid("people", "delete is all it can say");
        }
        return people != null;
    }

    private static String address(Tenancy account) {
        return AdminDialect.ROOT + "/accounts/" + account.settings().name();
    }
}

package io.dragoman.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dragoman.operator.AppRegister;
import io.dragoman.operator.NewApps;
import io.dragoman.operator.RegisteredApp;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /admin/v1/accounts/{account}/apps}: applications that are registered with a system, for a quota of their own. */
@Path(AdminDialect.ROOT)
@Tag(name = "apps")
class AppResource implements AdminResource {

    private static final String PATH = "accounts/{account}/apps";

    private final Desk desk;
    private final AppRegister apps;
    private final NewApps newApps;
    private final Systems systems;
    private final AdminConfig config;

    AppResource(Desk desk, AppRegister apps, NewApps newApps, Systems systems, AdminConfig config) {
        this.desk = desk;
        this.apps = apps;
        this.newApps = newApps;
        this.systems = systems;
        this.config = config;
    }

    /** An application. */
    @Schema(name = "App")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AppDocument(
            @Schema(required = true) @Nullable String system,
            @Schema(required = true) @Nullable String appId,

            @Schema(
                    description = "Its secret: sent to import one, told when the application is registered, and never"
                            + " again")
            @Nullable
            String secret,

            @Schema(minimum = "1", description = "Calls a window") @Nullable
            Integer quota,

            @Schema(readOnly = true) @Nullable Instant created) {

        private static AppDocument of(RegisteredApp app) {
            return new AppDocument(app.system(), app.id(), null, app.quota(), app.created());
        }

        private static AppDocument made(NewApps.Made made) {
            RegisteredApp app = made.app();
            return new AppDocument(app.system(), app.id(), made.secret(), app.quota(), app.created());
        }

        @Override
        public String toString() {
            return "AppDocument[" + appId + "]";
        }
    }

    /** All applications of an account. */
    @Schema(name = "AppList")
    record Listing(List<AppDocument> items) {}

    @GET
    @Path(PATH)
    @Operation(operationId = "listApps", summary = "All registered applications")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Listing.class)))
    public Uni<Response> list(@PathParam("account") String account, @Context RoutingContext context) {
        Call call = Call.of(context);
        return desk.account(account)
                .chain(apps::list)
                .map(all -> new Listing(all.stream().map(AppDocument::of).toList()))
                .map(listing -> Replies.read(call, 0, listing));
    }

    @POST
    @Path(PATH)
    @Operation(operationId = "registerApp", summary = "Register an application")
    @RequestBody(content = @Content(schema = @Schema(implementation = AppDocument.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = AppDocument.class)))
    public Uni<Response> register(@PathParam("account") String account, @Context RoutingContext context) {
        Call call = Call.of(context);
        AppDocument wanted = AdminJson.document(call.json(config), AppDocument.class);
        check(wanted);
        String system = Objects.requireNonNull(wanted.system());
        String app = Objects.requireNonNull(wanted.appId());
        return desk.account(account)
                .chain(id -> newApps.register(id, system, app, wanted.secret(), wanted.quota(), call.operator()))
                .map(made -> Replies.created(call.head().path() + "/" + system + "/" + app, 0, AppDocument.made(made)));
    }

    @DELETE
    @Path(PATH + "/{system}/{app}")
    @Operation(operationId = "removeApp", summary = "Remove a registered application")
    @APIResponse(responseCode = "204", description = "Removed")
    public Uni<Response> remove(
            @PathParam("account") String account,
            @PathParam("system") String system,
            @PathParam("app") String app,
            @Context RoutingContext context) {
        Call call = Call.of(context);
        return desk.account(account)
                .chain(id -> apps.delete(id, system, app, call.operator()))
                .map(removed -> Replies.nothing());
    }

    private void check(AppDocument wanted) {
        String system = wanted.system();
        String app = wanted.appId();
        Integer quota = wanted.quota();
        new Faults()
                .unless(system != null && systems.has(system), "/system", systems.unknown())
                .unless(
                        app != null && app.matches("[\\x21-\\x7e&&[^/]]{1,256}"),
                        "/appId",
                        "not 1 to 256 printable" + " ASCII characters without / and spaces")
                .unless(quota == null || quota > 0, "/quota", "less than 1")
                .unless(wanted.created() == null, "/created", "read only")
                .raise();
    }
}

package io.dragoman.dialect.erply;

import io.dragoman.directory.Caller;
import io.dragoman.directory.Permission;
import io.dragoman.directory.Role;
import io.dragoman.directory.RoleDirectory;
import io.dragoman.directory.User;
import io.dragoman.edge.Answer;
import io.dragoman.edge.Exchange;
import io.dragoman.edge.Operation;
import io.dragoman.edge.Params;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The reads of the Account Administration API (erply.md 3.12, decisions). */
@Path("/" + ErplyDialect.ID + ErplyDialect.V1)
class V1Resource {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final long PAGE = 20;
    private static final long MOST = 100;

    private final V1Desk desk;
    private final RoleDirectory roles;
    private final ErplyEnvelope envelope;
    private final Cors cors;

    V1Resource(V1Desk desk, RoleDirectory roles, ErplyEnvelope envelope, Cors cors) {
        this.desk = desk;
        this.roles = roles;
        this.envelope = envelope;
        this.cors = cors;
    }

    /** The rights of the session's user. */
    @GET
    @Path("user/rights")
    @Operation("v1.rights")
    public Uni<Response> userRights(@Context RoutingContext context) {
        return desk.admit(Exchange.of(context)).map(UserRights::of).map(this::response);
    }

    /** The rights of a group. */
    @GET
    @Path("user-group/rights")
    @Operation(value = "v1.grouprights", reads = "userGroupID")
    public Uni<Response> groupRights(@Context RoutingContext context) {
        Exchange exchange = Exchange.of(context);
        return desk.admit(exchange)
                .map(V1Resource::viewer)
                .chain(caller -> roles.get(
                        caller, ErplyDialect.ID, number(exchange.head().query(), "userGroupID", null)))
                .map(UserGroup::rights)
                .map(this::response);
    }

    /** The groups, a page of them. */
    @GET
    @Path("user-group")
    @Operation(
            value = "v1.groups",
            reads = {"skip", "take", "withTotalCount"})
    public Uni<Response> groups(@Context RoutingContext context) {
        Exchange exchange = Exchange.of(context);
        Params query = exchange.head().query();
        return desk.admit(exchange)
                .map(V1Resource::viewer)
                .chain(caller -> roles.list(caller, ErplyDialect.ID))
                .map(all -> page(all, query));
    }

    @OPTIONS
    @Path("{any:user/rights|user-group/rights|user-group}")
    @Operation("options")
    public Response options(@Context RoutingContext context) {
        return cors.preflight(Exchange.of(context).head()).toResponse();
    }

    private Response page(List<Role> all, Params query) {
        List<Fields> page = all.stream()
                .skip(number(query, "skip", 0L))
                .limit(Math.min(MOST, number(query, "take", PAGE)))
                .map(UserGroup::of)
                .toList();
        Answer answer = envelope.allow(V1Json.answer(page));
        return query.last("withTotalCount", "").equals("true")
                ? answer.with("X-Total-Count", Integer.toString(all.size()))
                        .with("Access-Control-Expose-Headers", "X-Total-Count")
                        .toResponse()
                : answer.toResponse();
    }

    private Response response(Fields body) {
        return envelope.allow(V1Json.answer(body)).toResponse();
    }

    private static Caller viewer(User user) {
        Caller caller = Caller.of(user, ErplyDialect.ID);
        if (!caller.may(Permission.USERS_VIEW)) {
            caller.require(Permission.ROLES_VIEW);
        }
        return caller;
    }

    /** A number of the query, a default where there is none; INVALID for what is none, and for none without a default. */
    private static long number(Params query, String name, @Nullable Long otherwise) {
        String text = query.last(name, "");
        if (text.isEmpty() && otherwise != null) {
            return otherwise;
        }
        if (!NUMBER.matcher(text).matches()) {
            throw Failure.ofField(Kind.INVALID, name, "no number").toException();
        }
        return Long.parseLong(text);
    }
}

package io.dragoman.dialect.picqer;

import io.dragoman.directory.Criterion;
import io.dragoman.directory.PageRequest;
import io.dragoman.directory.User;
import io.dragoman.directory.UserDirectory;
import io.dragoman.directory.UserField;
import io.dragoman.directory.UserQuery;
import io.dragoman.edge.Exchange;
import io.dragoman.edge.Operation;
import io.dragoman.edge.Params;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import java.util.regex.Pattern;

/** {@code /api/v1/users}: list, single and me (picqer.md 3). */
@Path("/" + PicqerDialect.ID + "/api/v1/users")
class PicqerUserResource {

    private static final int PAGE_SIZE = 100;

    /** Digits that fit a long. */
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private final UserDirectory directory;

    PicqerUserResource(UserDirectory directory) {
        this.directory = directory;
    }

    @GET
    @Operation(
            value = "users.list",
            reads = {"active", "offset"})
    public Uni<Response> list(@Context RoutingContext context) {
        Exchange exchange = Exchange.of(context);
        ZoneId zone = exchange.principal().account().zone();
        return directory
                .find(
                        exchange.principal().caller(PicqerDialect.ID),
                        query(exchange.head().query()))
                .map(page -> page.map(user -> PicqerUser.listed(user, zone)))
                .map(page -> exchange.kept(PicqerJson.answer(200, page.items())).toResponse());
    }

    /** The person of the key, where Picqer knows him at all. */
    @GET
    @Path("me")
    @Operation("users.me")
    public Uni<Response> me(@Context RoutingContext context) {
        Exchange exchange = Exchange.of(context);
        if (exchange.principal().user().numbers().in(PicqerDialect.ID) == null) {
            throw Failure.of(Kind.NOT_FOUND).toException();
        }
        return directory.self(exchange.principal().caller(PicqerDialect.ID)).map(user -> answer(exchange, user));
    }

    @GET
    @Path("{iduser}")
    @Operation("users.get")
    public Uni<Response> single(@PathParam("iduser") String number, @Context RoutingContext context) {
        Exchange exchange = Exchange.of(context);
        if (!NUMBER.matcher(number).matches()) {
            throw Failure.of(Kind.NOT_FOUND).toException();
        }
        return directory
                .get(exchange.principal().caller(PicqerDialect.ID), PicqerDialect.ID, Long.parseLong(number))
                .map(user -> answer(exchange, user));
    }

    private static Response answer(Exchange exchange, User user) {
        ZoneId zone = exchange.principal().account().zone();
        return exchange.kept(PicqerJson.answer(200, PicqerUser.single(user, zone)))
                .toResponse();
    }

    /** Whatever {@code active} says, it asks for active users (picqer.md 5). */
    private static UserQuery query(Params params) {
        UserQuery all = UserQuery.in(PicqerDialect.ID, PageRequest.at(offset(params), PAGE_SIZE));
        return params.last("active", "").isEmpty() ? all : all.where(Criterion.is(UserField.ACTIVE, true));
    }

    /** What is no number is 0; one too large for a long is beyond the end all the same (picqer.md 4). */
    private static long offset(Params params) {
        String offset = params.last("offset", "");
        if (!offset.isEmpty() && offset.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return NUMBER.matcher(offset).matches() ? Long.parseLong(offset) : Long.MAX_VALUE;
        }
        return 0;
    }
}

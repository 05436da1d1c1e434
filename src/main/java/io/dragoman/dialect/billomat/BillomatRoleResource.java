package io.dragoman.dialect.billomat;

import io.dragoman.directory.Caller;
import io.dragoman.directory.CaseFolding;
import io.dragoman.directory.Permission;
import io.dragoman.directory.Role;
import io.dragoman.directory.RoleDirectory;
import io.dragoman.edge.Exchange;
import io.dragoman.edge.Operation;
import io.dragoman.edge.Params;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** {@code /api/roles} (billomat.md 3.7). */
@Path("/" + BillomatDialect.ID + "/api/roles")
class BillomatRoleResource {

    private static final Comparator<Role> BY_ID =
            Comparator.comparingLong(role -> role.numbers().known(BillomatDialect.ID));

    private static final Map<String, Comparator<Role>> SORTABLE =
            Map.of("id", BY_ID, "name", Comparator.comparing(role -> CaseFolding.fold(role.name())));

    private final RoleDirectory directory;
    private final Input input;
    private final BillomatWriter writer;
    private final BillomatConfig config;

    BillomatRoleResource(RoleDirectory directory, Input input, BillomatWriter writer, BillomatConfig config) {
        this.directory = directory;
        this.input = input;
        this.writer = writer;
        this.config = config;
    }

    @GET
    @Operation(
            value = "roles.list",
            reads = {"name", "order_by", "page", "per_page"})
    public Uni<Response> list(@Context RoutingContext context) {
        Exchange exchange = Exchange.of(context);
        Paging paging = Paging.of(exchange.head().query());
        return matching(exchange)
                .map(roles -> new Rows("roles", documents(paging.of(roles)), paging, roles.size()))
                .map(rows -> writer.answer(exchange.head(), 200, rows).toResponse());
    }

    @HEAD
    @Operation(
            value = "roles.count",
            reads = {"name", "order_by", "page", "per_page"})
    public Uni<Response> count(@Context RoutingContext context) {
        Exchange exchange = Exchange.of(context);
        return matching(exchange)
                .map(roles -> writer.count(exchange.head(), roles.size()).toResponse());
    }

    @GET
    @Path("{id}")
    @Operation("roles.get")
    public Uni<Response> single(@PathParam("id") String id, @Context RoutingContext context) {
        Exchange exchange = Exchange.of(context);
        caller(exchange).require(Permission.ROLES_VIEW);
        return find(exchange, id).map(role -> answer(exchange, 200, role));
    }

    @POST
    @Operation("roles.create")
    public Uni<Response> create(@Context RoutingContext context) {
        Exchange exchange = Exchange.of(context);
        caller(exchange).require(Permission.ROLES_ADD);
        Map<String, String> fields = input.fields(exchange, BillomatRole.NAME);
        return directory
                .create(caller(exchange), BillomatRole.initial(fields))
                .map(role -> answer(exchange, 201, role));
    }

    @PUT
    @Path("{id}")
    @Operation("roles.change")
    public Uni<Response> change(@PathParam("id") String id, @Context RoutingContext context) {
        Exchange exchange = Exchange.of(context);
        caller(exchange).require(Permission.ROLES_EDIT);
        Map<String, String> fields = input.fields(exchange, BillomatRole.NAME);
        return find(exchange, id)
                .chain(role -> directory.change(caller(exchange), role, BillomatRole.change(fields)))
                .map(role -> answer(exchange, 200, role));
    }

    @DELETE
    @Path("{id}")
    @Operation("roles.delete")
    public Uni<Response> delete(@PathParam("id") String id, @Context RoutingContext context) {
        Exchange exchange = Exchange.of(context);
        caller(exchange).require(Permission.ROLES_DELETE);
        return find(exchange, id)
                .chain(role -> directory.delete(caller(exchange), role))
                .map(deleted -> Response.ok().build());
    }

    private Uni<List<Role>> matching(Exchange exchange) {
        caller(exchange).require(Permission.ROLES_VIEW);
        Params params = exchange.head().query();
        String part = CaseFolding.fold(params.last("name", ""));
        return directory
                .list(caller(exchange), BillomatDialect.ID)
                .map(roles -> roles.stream()
                        .filter(role -> CaseFolding.fold(role.name()).contains(part))
                        .sorted(order(params))
                        .toList());
    }

    private static Comparator<Role> order(Params params) {
        return Ordering.of(params, SORTABLE).stream()
                .map(each -> each.descending() ? each.key().reversed() : each.key())
                .reduce(Comparator::thenComparing)
                .map(order -> order.thenComparing(BY_ID))
                .orElse(BY_ID);
    }

    private Uni<Role> find(Exchange exchange, String id) {
        return directory.get(caller(exchange), BillomatDialect.ID, Ids.of(id));
    }

    private List<Group> documents(List<Role> roles) {
        return roles.stream()
                .map(role -> BillomatRole.of(role, config.rights()))
                .toList();
    }

    private Response answer(Exchange exchange, int status, Role role) {
        return writer.answer(exchange.head(), status, BillomatRole.of(role, config.rights()))
                .toResponse();
    }

    private static Caller caller(Exchange exchange) {
        return exchange.principal().caller(BillomatDialect.ID);
    }
}

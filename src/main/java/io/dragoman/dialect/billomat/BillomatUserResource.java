package io.dragoman.dialect.billomat;

import io.dragoman.directory.Attribute;
import io.dragoman.directory.PageRequest;
import io.dragoman.directory.User;
import io.dragoman.directory.UserChange;
import io.dragoman.directory.UserDirectory;
import io.dragoman.edge.Exchange;
import io.dragoman.edge.Operation;
import io.dragoman.edge.Params;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** {@code /api/users}: list, count, single, myself and the custom field (billomat.md 3.2 to 3.6). */
@Path("/" + BillomatDialect.ID + "/api/users")
class BillomatUserResource {

    private final UserDirectory directory;
    private final People people;
    private final Input input;
    private final BillomatWriter writer;
    private final BillomatConfig config;

    BillomatUserResource(
            UserDirectory directory, People people, Input input, BillomatWriter writer, BillomatConfig config) {
        this.directory = directory;
        this.people = people;
        this.input = input;
        this.writer = writer;
        this.config = config;
    }

    @GET
    @Operation(
            value = "users.list",
            reads = {"email", "first_name", "last_name", "customfield", "order_by", "page", "per_page"})
    public Uni<Response> list(@Context RoutingContext context) {
        Exchange exchange = Exchange.of(context);
        Params params = exchange.head().query();
        Paging paging = Paging.of(params);
        return directory
                .find(exchange.principal().caller(BillomatDialect.ID), UserFilter.query(params, paging.request()))
                .map(page -> page.map(user -> BillomatUser.of(user, config.rights())))
                .map(page -> new Rows("users", page.items(), paging, page.total()))
                .map(rows ->
                        exchange.kept(writer.answer(exchange.head(), 200, rows)).toResponse());
    }

    @HEAD
    @Operation(
            value = "users.count",
            reads = {"email", "first_name", "last_name", "customfield", "order_by", "page", "per_page"})
    public Uni<Response> count(@Context RoutingContext context) {
        Exchange exchange = Exchange.of(context);
        return directory
                .find(
                        exchange.principal().caller(BillomatDialect.ID),
                        UserFilter.query(exchange.head().query(), PageRequest.at(0, 0)))
                .map(page -> writer.count(exchange.head(), page.total()).toResponse());
    }

    @GET
    @Path("{id}")
    @Operation("users.get")
    public Uni<Response> single(@PathParam("id") String id, @Context RoutingContext context) {
        Exchange exchange = Exchange.of(context);
        return people.find(exchange, id)
                .map(user -> BillomatUser.of(user, config.rights()))
                .map(user ->
                        exchange.kept(writer.answer(exchange.head(), 200, user)).toResponse());
    }

    @GET
    @Path("{id}/customfield")
    @Operation("customfield.get")
    public Uni<Response> customField(@PathParam("id") String id, @Context RoutingContext context) {
        Exchange exchange = Exchange.of(context);
        return people.find(exchange, id).map(user -> customField(exchange, user));
    }

    @PUT
    @Path("{id}/customfield")
    @Operation("customfield.set")
    public Uni<Response> setCustomField(@PathParam("id") String id, @Context RoutingContext context) {
        Exchange exchange = Exchange.of(context);
        UserChange change = UserChange.NONE.with(Attribute.CUSTOM_FIELD, submitted(exchange));
        return people.find(exchange, id)
                .chain(user -> directory.change(exchange.principal().caller(BillomatDialect.ID), user, change))
                .map(user -> customField(exchange, user));
    }

    private String submitted(Exchange exchange) {
        String value = input.fields(exchange, BillomatUser.NAME).get("customfield");
        if (value == null) {
            throw Failure.ofField(Kind.INVALID, "customfield", "missing").toException();
        }
        return value;
    }

    private Response customField(Exchange exchange, User user) {
        return writer.answer(exchange.head(), 200, BillomatUser.withCustomField(user))
                .toResponse();
    }
}

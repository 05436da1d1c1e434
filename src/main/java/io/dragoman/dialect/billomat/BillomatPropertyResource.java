package io.dragoman.dialect.billomat;

import io.dragoman.directory.Caller;
import io.dragoman.directory.Permission;
import io.dragoman.directory.Property;
import io.dragoman.directory.PropertyChange;
import io.dragoman.directory.PropertyDirectory;
import io.dragoman.edge.Exchange;
import io.dragoman.edge.Operation;
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
import java.util.List;

/** {@code /api/user-properties} (billomat.md 3.8). */
@Path("/" + BillomatDialect.ID + "/api/user-properties")
class BillomatPropertyResource {

    private final PropertyDirectory directory;
    private final Input input;
    private final BillomatWriter writer;

    BillomatPropertyResource(PropertyDirectory directory, Input input, BillomatWriter writer) {
        this.directory = directory;
        this.input = input;
        this.writer = writer;
    }

    @GET
    @Operation(
            value = "properties.list",
            reads = {"page", "per_page"})
    public Uni<Response> list(@Context RoutingContext context) {
        Exchange exchange = Exchange.of(context);
        Paging paging = Paging.of(exchange.head().query());
        return directory
                .list(caller(exchange))
                .map(all -> new Rows("user-properties", documents(paging.of(all)), paging, all.size()))
                .map(rows -> writer.answer(exchange.head(), 200, rows).toResponse());
    }

    @HEAD
    @Operation(
            value = "properties.count",
            reads = {"page", "per_page"})
    public Uni<Response> count(@Context RoutingContext context) {
        Exchange exchange = Exchange.of(context);
        return directory
                .list(caller(exchange))
                .map(all -> writer.count(exchange.head(), all.size()).toResponse());
    }

    @GET
    @Path("{id}")
    @Operation("properties.get")
    public Uni<Response> single(@PathParam("id") String id, @Context RoutingContext context) {
        Exchange exchange = Exchange.of(context);
        return find(exchange, id).map(property -> answer(exchange, 200, property));
    }

    @POST
    @Operation("properties.create")
    public Uni<Response> create(@Context RoutingContext context) {
        Exchange exchange = Exchange.of(context);
        caller(exchange).require(Permission.USERS_EDIT);
        PropertyChange initial = BillomatProperty.initial(input.fields(exchange, BillomatProperty.NAME));
        return directory.create(caller(exchange), initial).map(property -> answer(exchange, 201, property));
    }

    @PUT
    @Path("{id}")
    @Operation("properties.change")
    public Uni<Response> change(@PathParam("id") String id, @Context RoutingContext context) {
        Exchange exchange = Exchange.of(context);
        caller(exchange).require(Permission.USERS_EDIT);
        PropertyChange change = BillomatProperty.change(input.fields(exchange, BillomatProperty.NAME));
        return find(exchange, id)
                .chain(property -> directory.change(caller(exchange), property, change))
                .map(property -> answer(exchange, 200, property));
    }

    @DELETE
    @Path("{id}")
    @Operation("properties.delete")
    public Uni<Response> delete(@PathParam("id") String id, @Context RoutingContext context) {
        Exchange exchange = Exchange.of(context);
        caller(exchange).require(Permission.USERS_EDIT);
        return find(exchange, id)
                .chain(property -> directory.delete(caller(exchange), property))
                .map(deleted -> Response.ok().build());
    }

    private Uni<Property> find(Exchange exchange, String id) {
        return directory.get(caller(exchange), Ids.of(id));
    }

    private static List<Group> documents(List<Property> properties) {
        return properties.stream().map(BillomatProperty::of).toList();
    }

    private Response answer(Exchange exchange, int status, Property property) {
        return writer.answer(exchange.head(), status, BillomatProperty.of(property))
                .toResponse();
    }

    private static Caller caller(Exchange exchange) {
        return exchange.principal().caller(BillomatDialect.ID);
    }
}

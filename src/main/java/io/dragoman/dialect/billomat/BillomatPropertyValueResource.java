package io.dragoman.dialect.billomat;

import io.dragoman.directory.Caller;
import io.dragoman.directory.PageRequest;
import io.dragoman.directory.Permission;
import io.dragoman.directory.PropertyDirectory;
import io.dragoman.directory.PropertyValue;
import io.dragoman.directory.PropertyValueQuery;
import io.dragoman.directory.UserDirectory;
import io.dragoman.edge.Exchange;
import io.dragoman.edge.Operation;
import io.dragoman.edge.Params;
import io.dragoman.failure.FacadeException;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /api/user-property-values} (billomat.md 3.8). */
@Path("/" + BillomatDialect.ID + "/api/user-property-values")
class BillomatPropertyValueResource {

    private static final String USER = "user_id";
    private static final String PROPERTY = "user_property_id";

    /** No number of anything, so that what is no number is found nowhere. */
    private static final long NOBODY = 0;

    private final PropertyDirectory directory;
    private final UserDirectory users;
    private final Input input;
    private final BillomatWriter writer;

    BillomatPropertyValueResource(
            PropertyDirectory directory, UserDirectory users, Input input, BillomatWriter writer) {
        this.directory = directory;
        this.users = users;
        this.input = input;
        this.writer = writer;
    }

    @GET
    @Operation(
            value = "values.list",
            reads = {USER, PROPERTY, "page", "per_page"})
    public Uni<Response> list(@Context RoutingContext context) {
        Exchange exchange = Exchange.of(context);
        Params params = exchange.head().query();
        Paging paging = Paging.of(params);
        return directory
                .values(caller(exchange), query(params, paging.request()))
                .map(page -> page.map(BillomatProperty::of))
                .map(page -> new Rows("user-property-values", page.items(), paging, page.total()))
                .map(rows -> writer.answer(exchange.head(), 200, rows).toResponse());
    }

    @HEAD
    @Operation(
            value = "values.count",
            reads = {USER, PROPERTY, "page", "per_page"})
    public Uni<Response> count(@Context RoutingContext context) {
        Exchange exchange = Exchange.of(context);
        return directory
                .values(caller(exchange), query(exchange.head().query(), PageRequest.at(0, 0)))
                .map(page -> writer.count(exchange.head(), page.total()).toResponse());
    }

    @GET
    @Path("{id}")
    @Operation("values.get")
    public Uni<Response> single(@PathParam("id") String id, @Context RoutingContext context) {
        Exchange exchange = Exchange.of(context);
        return directory
                .value(caller(exchange), BillomatDialect.ID, Ids.of(id))
                .map(value -> answer(exchange, 200, value));
    }

    /** Sets a value: a person has one of each property, so that a second one takes the place of the first. */
    @POST
    @Operation("values.set")
    public Uni<Response> set(@Context RoutingContext context) {
        Exchange exchange = Exchange.of(context);
        Caller caller = caller(exchange);
        caller.require(Permission.USERS_EDIT);
        Map<String, String> fields = input.fields(exchange, BillomatProperty.VALUE_NAME);
        long user = BillomatProperty.number(fields, USER);
        String value = BillomatProperty.require(fields, "value");
        return known(directory.get(caller, BillomatProperty.number(fields, PROPERTY)), PROPERTY)
                .chain(property -> known(users.get(caller, BillomatDialect.ID, user), USER)
                        .chain(person -> directory.set(caller, property, person, value)))
                .map(set -> answer(exchange, 201, set));
    }

    /** What a document names and is not there is a fault of the document, not of the path. */
    private static <T> Uni<T> known(Uni<T> found, String field) {
        return found.onFailure(BillomatPropertyValueResource::isNotFound)
                .transform(missing ->
                        Failure.ofField(Kind.INVALID, field, "unknown").toException());
    }

    private static boolean isNotFound(Throwable thrown) {
        return thrown instanceof FacadeException refused && refused.failure().kind() == Kind.NOT_FOUND;
    }

    private static PropertyValueQuery query(Params params, PageRequest page) {
        return new PropertyValueQuery(BillomatDialect.ID, filter(params, USER), filter(params, PROPERTY), page);
    }

    private static @Nullable Long filter(Params params, String name) {
        String number = params.last(name, "");
        if (number.isEmpty()) {
            return null;
        }
        return Ids.isNumber(number) ? Ids.of(number) : NOBODY;
    }

    private Response answer(Exchange exchange, int status, PropertyValue value) {
        return writer.answer(exchange.head(), status, BillomatProperty.of(value))
                .toResponse();
    }

    private static Caller caller(Exchange exchange) {
        return exchange.principal().caller(BillomatDialect.ID);
    }
}

package io.dragoman.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.directory.RoleId;
import io.dragoman.directory.UserChange;
import io.dragoman.directory.UserId;
import io.dragoman.directory.UserKind;
import io.dragoman.operator.Person;
import io.dragoman.operator.PersonFilter;
import io.dragoman.operator.PersonStore;
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
import java.util.Locale;
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

/** {@code /admin/v1/accounts/{account}/people}. */
@Path(AdminDialect.ROOT)
@Tag(name = "people")
class PersonResource implements AdminResource {

    private static final String PATH = "accounts/{account}/people";
    private static final String LIST = "people";

    private final Desk desk;
    private final PersonStore people;
    private final PersonRules rules;
    private final Systems systems;
    private final AdminConfig config;

    PersonResource(Desk desk, PersonStore people, PersonRules rules, Systems systems, AdminConfig config) {
        this.desk = desk;
        this.people = people;
        this.rules = rules;
        this.systems = systems;
        this.config = config;
    }

    /** A page of people. */
    @Schema(name = "PersonList")
    record Listing(List<PersonDocument> items, @Nullable String next) {}

    @GET
    @Path(PATH)
    @Operation(operationId = "listPeople", summary = "People for whom all of this holds, by id")
    @Parameter(name = "kind", in = ParameterIn.QUERY, schema = @Schema(enumeration = {"staff", "customer", "vendor"}))
    @Parameter(name = "active", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.BOOLEAN))
    @Parameter(name = "email", in = ParameterIn.QUERY, description = "The whole address, in any case")
    @Parameter(name = "login", in = ParameterIn.QUERY, description = "The whole login, in any case")
    @Parameter(name = "name", in = ParameterIn.QUERY, description = "Part of first name, last name or login")
    @Parameter(name = "role", in = ParameterIn.QUERY, description = "Id of the primary role")
    @Parameter(name = "system", in = ParameterIn.QUERY, description = "Has a number in this system")
    @Parameter(name = "number", in = ParameterIn.QUERY, description = "And it is this one")
    @Parameter(name = "updatedSince", in = ParameterIn.QUERY, schema = @Schema(format = "date-time"))
    @Parameter(name = "limit", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.INTEGER))
    @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "From the former page's next")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Listing.class)))
    public Uni<Response> list(@PathParam("account") String account, @Context RoutingContext context) {
        Call call = Call.of(context);
        Parameters parameters = Parameters.of(
                call, config, "kind", "active", "email", "login", "name", "role", "system", "number", "updatedSince");
        PersonFilter filter = filter(parameters);
        UUID after = Cursor.uuid(LIST, parameters.cursor());
        int limit = parameters.limit();
        return desk.account(account)
                .chain(id -> people.list(id, filter, after == null ? null : new UserId(after), limit))
                .map(slice ->
                        Replies.list(call, LIST, slice, person -> person.id().value(), PersonDocument::of));
    }

    @POST
    @Path(PATH)
    @Operation(operationId = "createPerson", summary = "Make a person")
    @RequestBody(content = @Content(schema = @Schema(implementation = PersonDocument.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = PersonDocument.class)))
    public Uni<Response> create(@PathParam("account") String account, @Context RoutingContext context) {
        Call call = Call.of(context);
        PersonDocument wanted = AdminJson.document(call.json(config), PersonDocument.class);
        rules.check(PersonDocument.NONE, wanted);
        UserChange initial = PersonMembers.initial(wanted);
        return desk.account(account)
                .chain(id -> desk.create(id, initial, call.operator()))
                .map(person -> Replies.created(
                        call.head().path() + "/" + person.id().value(), person.version(), PersonDocument.of(person)));
    }

    @GET
    @Path(PATH + "/{person}")
    @Operation(operationId = "readPerson", summary = "One person")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PersonDocument.class)))
    public Uni<Response> single(
            @PathParam("account") String account, @PathParam("person") String id, @Context RoutingContext context) {
        Call call = Call.of(context);
        return desk.person(account, id).map(person -> Replies.read(call, person.version(), PersonDocument.of(person)));
    }

    @PATCH
    @Path(PATH + "/{person}")
    @Operation(operationId = "changePerson", summary = "Change a person by a merge patch")
    @RequestBody(content = @Content(schema = @Schema(implementation = PersonDocument.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PersonDocument.class)))
    public Uni<Response> change(
            @PathParam("account") String account, @PathParam("person") String id, @Context RoutingContext context) {
        Call call = Call.of(context);
        call.requireCondition(config);
        JsonNode patch = call.patch(config);
        return MergePatch.retried(call, () -> desk.person(account, id).chain(former -> change(call, former, patch)));
    }

    @DELETE
    @Path(PATH + "/{person}")
    @Operation(operationId = "deletePerson", summary = "Delete a person from every system; not the root administrator")
    @APIResponse(responseCode = "204", description = "Deleted")
    public Uni<Response> delete(
            @PathParam("account") String account, @PathParam("person") String id, @Context RoutingContext context) {
        Call call = Call.of(context);
        call.requireCondition(config);
        return MergePatch.retried(
                call,
                () -> desk.person(account, id)
                        .invoke(former -> EntityTag.require(former.version(), call.ifMatch()))
                        .chain(former -> desk.delete(former, call.operator()))
                        .map(deleted -> Replies.nothing()));
    }

    private Uni<Response> change(Call call, Person former, JsonNode patch) {
        EntityTag.require(former.version(), call.ifMatch());
        PersonDocument before = PersonDocument.of(former);
        PersonDocument wanted = MergePatch.applied(before, patch, PersonDocument.class);
        rules.check(before, wanted);
        UserChange change = PersonMembers.difference(before, wanted);
        Uni<Person> changed =
                change.isEmpty() ? Uni.createFrom().item(former) : desk.change(former, change, call.operator());
        return changed.map(person -> Replies.changed(person.version(), PersonDocument.of(person)));
    }

    private PersonFilter filter(Parameters parameters) {
        String system = parameters.text("system");
        Long number = parameters.number("number");
        if (system != null && !systems.has(system)) {
            throw Parameters.invalid("system", systems.unknown());
        }
        if (number != null && system == null) {
            throw Parameters.invalid("number", "without a system");
        }
        return new PersonFilter(
                parameters.parsed("kind", "no such kind", PersonResource::kind),
                parameters.flag("active"),
                parameters.text("email"),
                parameters.text("name"),
                parameters.text("login"),
                parameters.parsed("role", "not an id", text -> new RoleId(UUID.fromString(text))),
                system,
                number,
                parameters.time("updatedSince"));
    }

    private static UserKind kind(String text) {
        if (!text.equals(text.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException(text);
        }
        return UserKind.valueOf(text.toUpperCase(Locale.ROOT));
    }
}

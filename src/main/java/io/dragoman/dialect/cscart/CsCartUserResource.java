package io.dragoman.dialect.cscart;

import io.dragoman.directory.Attribute;
import io.dragoman.directory.Once;
import io.dragoman.directory.Page;
import io.dragoman.directory.Permission;
import io.dragoman.directory.User;
import io.dragoman.directory.UserChange;
import io.dragoman.directory.UserDirectory;
import io.dragoman.directory.UserKind;
import io.dragoman.edge.Answer;
import io.dragoman.edge.Exchange;
import io.dragoman.edge.Operation;
import io.dragoman.failure.Kind;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code /api/users}: list, single, create, update and delete (cscart.md 3.2 to 3.7). */
@Path("/" + CsCartDialect.ID + "/" + CsCartPath.USERS)
class CsCartUserResource {

    private final CsCartGate gate;
    private final CsCartReleases releases;
    private final CsCartConfig config;
    private final CsCartPeople people;
    private final CsCartPasswords passwords;
    private final UserDirectory directory;
    private final CsCartCreations creations;

    CsCartUserResource(
            CsCartGate gate,
            CsCartReleases releases,
            CsCartConfig config,
            CsCartPeople people,
            CsCartPasswords passwords,
            UserDirectory directory,
            CsCartCreations creations) {
        this.gate = gate;
        this.releases = releases;
        this.config = config;
        this.people = people;
        this.passwords = passwords;
        this.directory = directory;
        this.creations = creations;
    }

    @GET
    @Operation(
            value = "users.list",
            reads = {
                "page",
                "items_per_page",
                "sort_by",
                "sort_order",
                "compact",
                "extended_search",
                "search_query",
                "user_id",
                "user_ids",
                "user_type",
                "user_types",
                "exclude_user_types",
                "status",
                "company_id",
                "usergroup_id",
                "user_login",
                "email",
                "company",
                "phone",
                "name",
                "address",
                "zipcode",
                "city",
                "state",
                "country",
                "tax_exempt",
                "p_ids"
            })
    public Uni<Response> list(@Context RoutingContext context) {
        CsCartCall call = gate.open(context, Permission.USERS_VIEW);
        CsCartListing listing = CsCartListing.of(call, config);
        if (releases.listsByTypeAlone() && !listing.isOfOneType()) {
            throw CsCartRefusal.required("user_type").toException();
        }
        return directory
                .find(call.caller(), listing.query(call.company()))
                .map(page -> page.map(this::row))
                .map(page -> Exchange.of(context)
                        .kept(CsCartJson.answer(200, listing.body(page)))
                        .toResponse());
    }

    @GET
    @Path("{id}")
    @Operation("users.get")
    public Uni<Response> single(@PathParam("id") String id, @Context RoutingContext context) {
        CsCartCall call = gate.open(context, Permission.USERS_VIEW);
        Uni<Answer> answer =
                people.get(call, id).map(user -> Exchange.of(context).kept(CsCartJson.answer(200, row(user))));
        return (releases.listsUnknownUser() ? listed(answer, id) : answer).map(Answer::toResponse);
    }

    @POST
    @Operation("users.create")
    public Uni<Response> create(@Context RoutingContext context) {
        CsCartCall call = gate.openWithFields(context, Permission.USERS_ADD);
        return creations.once(context, call, CsCartUserResource::made, once -> create(call, once));
    }

    @POST
    @Path("{id}")
    @Operation("users.create")
    public Uni<Response> createAt(@Context RoutingContext context) {
        gate.openWithFields(context, Permission.USERS_ADD);
        throw CsCartRefusal.idDefined().toException();
    }

    @PUT
    @Path("{id}")
    @Operation("users.change")
    public Uni<Response> update(@PathParam("id") String id, @Context RoutingContext context) {
        CsCartCall call = gate.openWithFields(context, Permission.USERS_EDIT);
        return people.get(call, id)
                .onFailure(CsCartPeople.is(Kind.NOT_FOUND))
                .transform(unknown -> CsCartRefusal.noUser().toException())
                .chain(user -> update(call, user))
                .map(user -> CsCartJson.answer(200, updated(id, user)).toResponse());
    }

    @PUT
    @Operation("users.change")
    public Uni<Response> updateNobody(@Context RoutingContext context) {
        gate.openWithFields(context, Permission.USERS_EDIT);
        throw CsCartRefusal.idUndefined().toException();
    }

    @DELETE
    @Path("{id}")
    @Operation("users.delete")
    public Uni<Response> delete(@PathParam("id") String id, @Context RoutingContext context) {
        CsCartCall call = gate.open(context, Permission.USERS_DELETE);
        return people.get(call, id)
                .chain(user -> directory.delete(call.caller(), user))
                .onFailure(CsCartPeople.is(Kind.PROTECTED))
                .transform(kept -> CsCartRefusal.saying("Sorry, user with id " + id + " can not be deleted.")
                        .toException())
                .map(done -> CsCartJson.noContent().toResponse());
    }

    @DELETE
    @Operation("users.delete")
    public Uni<Response> deleteNobody(@Context RoutingContext context) {
        gate.open(context, Permission.USERS_DELETE);
        throw CsCartRefusal.idUndefined().toException();
    }

    private Uni<User> create(CsCartCall call, Once<User> once) {
        UserChange initial = CsCartForm.ofNew(call);
        UserKind kind = initial.get(Attribute.KIND).orElse(UserKind.CUSTOMER);
        return passwords.added(initial, call, kind).chain(complete -> directory.create(call.caller(), complete, once));
    }

    private Uni<User> update(CsCartCall call, User user) {
        UserChange change = CsCartForm.ofChange(call);
        UserKind kind = change.get(Attribute.KIND).orElse(user.kind());
        return passwords.added(change, call, kind).chain(complete -> directory.change(call.caller(), user, complete));
    }

    /** Later releases find an unknown user to be an empty list. */
    private Uni<Answer> listed(Uni<Answer> single, String id) {
        return single.onFailure(CsCartPeople.is(Kind.NOT_FOUND)).recoverWithItem(() -> {
            Page<CsCartUser> nobody = new Page<>(List.of(), 0, 0);
            return CsCartJson.answer(200, CsCartListing.ofUser(id, config).body(nobody));
        });
    }

    private CsCartUser row(User user) {
        return CsCartUser.of(user, releases.tellsLastLogin());
    }

    /** A number and a text, as in the original; the directory knows no profiles, so a user's is numbered like him. */
    private static Map<String, Object> made(User user) {
        Map<String, Object> made = new LinkedHashMap<>();
        made.put("user_id", user.numbers().known(CsCartDialect.ID));
        made.put("profile_id", CsCartUser.number(user));
        return made;
    }

    /** Two texts, the first as it was sent. */
    private static Map<String, Object> updated(String id, User user) {
        Map<String, Object> updated = new LinkedHashMap<>();
        updated.put("user_id", id);
        updated.put("profile_id", CsCartUser.number(user));
        return updated;
    }
}

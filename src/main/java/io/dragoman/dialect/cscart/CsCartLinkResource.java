package io.dragoman.dialect.cscart;

import io.dragoman.directory.LinkStatus;
import io.dragoman.directory.Permission;
import io.dragoman.directory.Role;
import io.dragoman.directory.RoleDirectory;
import io.dragoman.directory.RoleLink;
import io.dragoman.directory.User;
import io.dragoman.directory.UserDirectory;
import io.dragoman.directory.UserKind;
import io.dragoman.edge.Answer;
import io.dragoman.edge.Operation;
import io.dragoman.failure.FacadeException;
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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code /api/users/:id/usergroups}: the usergroups of a user (cscart.md 3.8). */
@Path("/" + CsCartDialect.ID + "/" + CsCartPath.USERS + "/{id}/" + CsCartPath.USERGROUPS)
class CsCartLinkResource {

    private static final String STATUS = "status";

    private final CsCartGate gate;
    private final CsCartPeople people;
    private final UserDirectory directory;
    private final RoleDirectory roles;

    CsCartLinkResource(CsCartGate gate, CsCartPeople people, UserDirectory directory, RoleDirectory roles) {
        this.gate = gate;
        this.people = people;
        this.directory = directory;
        this.roles = roles;
    }

    @GET
    @Operation(
            value = "links.list",
            reads = {STATUS, "all"})
    public Uni<Response> list(@PathParam("id") String id, @Context RoutingContext context) {
        CsCartCall call = gate.open(context, Permission.USERS_VIEW, Permission.ROLES_VIEW);
        PhpArray asked = PhpArray.of(call.query());
        return people.get(call, id)
                .map(user -> CsCartJson.answer(200, links(user, asked)).toResponse());
    }

    /** One link alone is not offered. */
    @GET
    @Path("{group}")
    @Operation("links.get")
    public Uni<Response> single(@PathParam("id") String id, @Context RoutingContext context) {
        CsCartCall call = gate.open(context, Permission.USERS_VIEW, Permission.ROLES_VIEW);
        return refused(call, id);
    }

    /** Links are made by setting their status. */
    @POST
    @Operation("links.create")
    public Uni<Response> create(@PathParam("id") String id, @Context RoutingContext context) {
        CsCartCall call = gate.openWithFields(context, Permission.USERS_VIEW, Permission.ROLES_EDIT);
        return refused(call, id);
    }

    @POST
    @Path("{group}")
    @Operation("links.create")
    public Uni<Response> createAt(@Context RoutingContext context) {
        gate.openWithFields(context, Permission.USERS_VIEW, Permission.ROLES_EDIT);
        throw CsCartRefusal.idDefined().toException();
    }

    @PUT
    @Path("{group}")
    @Operation("links.change")
    public Uni<Response> update(
            @PathParam("id") String id, @PathParam("group") String group, @Context RoutingContext context) {
        CsCartCall call = gate.openWithFields(context, Permission.USERS_VIEW, Permission.ROLES_EDIT);
        return people.get(call, id).chain(user -> set(call, user, group)).map(Answer::toResponse);
    }

    @PUT
    @Operation("links.change")
    public Uni<Response> updateNone(@Context RoutingContext context) {
        gate.openWithFields(context, Permission.USERS_VIEW, Permission.ROLES_EDIT);
        throw CsCartRefusal.idUndefined().toException();
    }

    @DELETE
    @Path("{group}")
    @Operation("links.delete")
    public Uni<Response> delete(
            @PathParam("id") String id, @PathParam("group") String group, @Context RoutingContext context) {
        CsCartCall call = gate.open(context, Permission.USERS_VIEW, Permission.ROLES_EDIT);
        return people.get(call, id)
                .chain(user -> set(call, user, group, LinkStatus.FREE))
                .map(done -> CsCartJson.noContent().toResponse());
    }

    @DELETE
    @Operation("links.delete")
    public Uni<Response> deleteNone(@Context RoutingContext context) {
        gate.open(context, Permission.USERS_VIEW, Permission.ROLES_EDIT);
        throw CsCartRefusal.idUndefined().toException();
    }

    private Uni<Response> refused(CsCartCall call, String id) {
        return people.get(call, id).map(user -> {
            throw badRequest();
        });
    }

    private Uni<Answer> set(CsCartCall call, User user, String group) {
        String sent = call.fields().trimmed(STATUS);
        if (Php.isEmpty(sent)) {
            throw CsCartRefusal.required(STATUS).toException();
        }
        LinkStatus status = CsCartLink.status(sent);
        if (status == null) {
            throw badRequest();
        }
        return set(call, user, group, status)
                .map(done -> status == LinkStatus.FREE
                        ? CsCartJson.noContent()
                        : CsCartJson.answer(200, Map.of("message", "Status has been changed")));
    }

    private Uni<Void> set(CsCartCall call, User user, String group, LinkStatus status) {
        if (user.root() || user.id().equals(call.caller().user()) || user.kind() == UserKind.CUSTOMER) {
            throw badRequest();
        }
        return roles.get(call.caller(), CsCartDialect.ID, CsCartPath.number(group))
                .onFailure(CsCartPeople.is(Kind.NOT_FOUND))
                .transform(unknown -> badRequest())
                .chain(role -> link(call, user, role, status));
    }

    /** The primary role's link is active and stays so. */
    private Uni<Void> link(CsCartCall call, User user, Role role, LinkStatus status) {
        RoleLink primary = user.primaryRole();
        if (primary != null && primary.roleId().equals(role.id()) && status == LinkStatus.ACTIVE) {
            return Uni.createFrom().voidItem();
        }
        return directory.link(call.caller(), user, role, status).replaceWithVoid();
    }

    /** By the groups' numbers; an empty map is an empty list in PHP. */
    private static Object links(User user, PhpArray asked) {
        List<String> statuses =
                asked.texts(STATUS).stream().filter(text -> !text.isEmpty()).toList();
        boolean all = !Php.isEmpty(asked.trimmed("all"));
        Map<String, CsCartLink> links = new LinkedHashMap<>();
        user.links().stream()
                .filter(link -> link.role().in(CsCartDialect.ID) != null)
                .filter(link -> isShown(link, statuses, all))
                .sorted(Comparator.comparingLong(link -> link.role().known(CsCartDialect.ID)))
                .map(CsCartLink::of)
                .forEach(link -> links.put(link.usergroupId(), link));
        return links.isEmpty() ? List.of() : links;
    }

    private static boolean isShown(RoleLink link, List<String> statuses, boolean all) {
        return statuses.isEmpty()
                ? all || link.status() != LinkStatus.FREE
                : statuses.contains(CsCartLink.status(link.status()));
    }

    private static FacadeException badRequest() {
        return CsCartRefusal.badRequest().toException();
    }
}

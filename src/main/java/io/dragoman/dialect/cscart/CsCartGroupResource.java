package io.dragoman.dialect.cscart;

import io.dragoman.directory.CaseFolding;
import io.dragoman.directory.Once;
import io.dragoman.directory.Permission;
import io.dragoman.directory.Role;
import io.dragoman.directory.RoleChange;
import io.dragoman.directory.RoleDirectory;
import io.dragoman.directory.RoleStatus;
import io.dragoman.directory.UserKind;
import io.dragoman.edge.Operation;
import io.dragoman.failure.Failure;
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
import org.jspecify.annotations.Nullable;

/** {@code /api/usergroups}: the directory's roles (cscart.md 3.9). */
@Path("/" + CsCartDialect.ID + "/" + CsCartPath.USERGROUPS)
class CsCartGroupResource {

    private static final String TYPE = "type";
    private static final String STATUS = "status";
    private static final String NAME = "usergroup";

    private final CsCartGate gate;
    private final RoleDirectory roles;
    private final CsCartCreations creations;

    CsCartGroupResource(CsCartGate gate, RoleDirectory roles, CsCartCreations creations) {
        this.gate = gate;
        this.roles = roles;
        this.creations = creations;
    }

    @GET
    @Operation(
            value = "usergroups.list",
            reads = {TYPE, STATUS})
    public Uni<Response> list(@Context RoutingContext context) {
        CsCartCall call = gate.open(context, Permission.ROLES_VIEW);
        PhpArray asked = PhpArray.of(call.query());
        return roles.list(call.caller(), CsCartDialect.ID)
                .map(all -> CsCartJson.answer(200, groups(all, asked)).toResponse());
    }

    @GET
    @Path("{id}")
    @Operation("usergroups.get")
    public Uni<Response> single(@PathParam("id") String id, @Context RoutingContext context) {
        CsCartCall call = gate.open(context, Permission.ROLES_VIEW);
        CsCartGroup reserved = CsCartGroup.reserved(CsCartPath.number(id));
        Uni<CsCartGroup> group = reserved != null
                ? Uni.createFrom().item(reserved)
                : get(call, id).map(CsCartGroup::single);
        return group.map(found -> CsCartJson.answer(200, found).toResponse());
    }

    @POST
    @Operation("usergroups.create")
    public Uni<Response> create(@Context RoutingContext context) {
        CsCartCall call = ofWholeAccount(gate.openWithFields(context, Permission.ROLES_EDIT));
        return creations.once(context, call, CsCartGroupResource::made, once -> create(call, once));
    }

    @POST
    @Path("{id}")
    @Operation("usergroups.create")
    public Uni<Response> createAt(@Context RoutingContext context) {
        gate.openWithFields(context, Permission.ROLES_EDIT);
        throw CsCartRefusal.idDefined().toException();
    }

    @PUT
    @Path("{id}")
    @Operation("usergroups.change")
    public Uni<Response> update(@PathParam("id") String id, @Context RoutingContext context) {
        CsCartCall call = ofWholeAccount(gate.openWithFields(context, Permission.ROLES_EDIT));
        return get(call, id)
                .chain(role -> roles.change(call.caller(), role, change(call.fields())))
                .map(role -> CsCartJson.answer(200, Map.of("message", "OK")).toResponse());
    }

    @PUT
    @Operation("usergroups.change")
    public Uni<Response> updateNone(@Context RoutingContext context) {
        gate.openWithFields(context, Permission.ROLES_EDIT);
        throw CsCartRefusal.idUndefined().toException();
    }

    @DELETE
    @Path("{id}")
    @Operation("usergroups.delete")
    public Uni<Response> delete(@PathParam("id") String id, @Context RoutingContext context) {
        CsCartCall call = ofWholeAccount(gate.open(context, Permission.ROLES_EDIT));
        return get(call, id)
                .chain(role -> roles.delete(call.caller(), role))
                .map(done -> CsCartJson.noContent().toResponse());
    }

    @DELETE
    @Operation("usergroups.delete")
    public Uni<Response> deleteNone(@Context RoutingContext context) {
        gate.open(context, Permission.ROLES_EDIT);
        throw CsCartRefusal.idUndefined().toException();
    }

    /** Groups are the account's: a vendor, who has his company's people alone, does not write them. */
    private static CsCartCall ofWholeAccount(CsCartCall call) {
        if (call.principal().user().kind() == UserKind.VENDOR) {
            throw Failure.of(Kind.FORBIDDEN).toException();
        }
        return call;
    }

    private Uni<Role> create(CsCartCall call, Once<Role> once) {
        requireMandatory(call.fields());
        RoleChange initial = change(call.fields());
        String name = initial.name() == null ? "" : initial.name();
        return roles.create(call.caller(), new RoleChange(name, initial.status(), null), once);
    }

    private static Map<String, Object> made(Role role) {
        return Map.of("usergroup_id", role.numbers().known(CsCartDialect.ID));
    }

    private Uni<Role> get(CsCartCall call, String id) {
        return roles.get(call.caller(), CsCartDialect.ID, CsCartPath.number(id));
    }

    private static void requireMandatory(PhpArray fields) {
        for (String name : List.of(STATUS, TYPE)) {
            if (Php.isEmpty(fields.trimmed(name))) {
                throw CsCartRefusal.required(name).toException();
            }
        }
    }

    private static RoleChange change(PhpArray fields) {
        String type = fields.trimmed(TYPE);
        if (!type.isEmpty() && !type.equals(CsCartGroup.ADMINISTRATORS)) {
            throw CsCartRefusal.invalid(TYPE).toException();
        }
        String name = fields.text(NAME);
        return new RoleChange(name == null ? null : Php.trim(name), status(fields.trimmed(STATUS)), null);
    }

    private static @Nullable RoleStatus status(String letter) {
        RoleStatus status = CsCartGroup.status(letter);
        if (status == null && !letter.isEmpty()) {
            throw CsCartRefusal.invalid(STATUS).toException();
        }
        return status;
    }

    /** By their numbers, in the order of their names; an empty map is an empty list in PHP. */
    private static Object groups(List<Role> roles, PhpArray asked) {
        Map<String, CsCartGroup> groups = new LinkedHashMap<>();
        roles.stream()
                .sorted(Comparator.comparing(role -> CaseFolding.fold(role.name())))
                .map(CsCartGroup::listed)
                .filter(group -> isAsked(asked, TYPE, group.type()) && isAsked(asked, STATUS, group.status()))
                .forEach(group -> groups.put(group.usergroupId(), group));
        return groups.isEmpty() ? List.of() : groups;
    }

    private static boolean isAsked(PhpArray asked, String name, String value) {
        List<String> wanted =
                asked.texts(name).stream().filter(text -> !text.isEmpty()).toList();
        return wanted.isEmpty() || wanted.contains(value);
    }
}

package io.dragoman.store;

import static io.dragoman.store.Tenants.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.dragoman.directory.Attribute;
import io.dragoman.directory.LinkStatus;
import io.dragoman.directory.Permission;
import io.dragoman.directory.PermissionChange;
import io.dragoman.directory.Role;
import io.dragoman.directory.RoleChange;
import io.dragoman.directory.RoleId;
import io.dragoman.directory.RoleStatus;
import io.dragoman.directory.RoleStore;
import io.dragoman.directory.User;
import io.dragoman.directory.UserStore;
import io.dragoman.failure.FacadeException;
import io.dragoman.failure.Kind;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RolesTest {

    @Inject
    RoleStore roles;

    @Inject
    UserStore users;

    @Inject
    Tenants tenants;

    Tenant tenant;

    @BeforeEach
    void makeAccount() {
        tenant = tenants.create();
    }

    @Test
    void a_new_role_gets_a_number_in_each_system_that_has_roles() {
        Role role = create("Ü");

        assertThat(role.numbers().bySystem()).isEqualTo(Map.of("billomat", 2L, "erply", 2L, "cscart", 2L));
        assertThat(role.status()).isEqualTo(RoleStatus.ACTIVE);
        assertThat(role.createdBy()).isEqualTo("operator");
        assertThat(await(roles.get(tenant.account(), "erply", 2))).contains(role);
    }

    @Test
    void roles_are_listed_by_their_number() {
        create("B");
        create("A");

        assertThat(await(roles.list(tenant.account(), "billomat")))
                .extracting(Role::name)
                .containsExactly("Operators", "B", "A");
        assertThat(await(roles.list(tenant.account(), "picqer"))).isEmpty();
    }

    @Test
    void what_is_not_in_a_change_stays_as_it_is() {
        Role role = create("A");

        Role changed = await(roles.change(
                tenant.account(), role.id(), new RoleChange("B", RoleStatus.HIDDEN, null), tenant.caller()));

        assertThat(changed.name()).isEqualTo("B");
        assertThat(changed.status()).isEqualTo(RoleStatus.HIDDEN);
        assertThat(changed.permissions()).containsExactly(Permission.USERS_VIEW);
        assertThat(changed.updated()).isAfter(role.updated());
    }

    @Test
    void permissions_that_are_changed_at_once_are_both_changed() {
        Role role = create("A");

        await(Uni.join()
                .all(
                        changing(role, Set.of(Permission.ROLES_VIEW), Set.of()),
                        changing(role, Set.of(Permission.ROLES_ADD), Set.of(Permission.USERS_VIEW)))
                .andFailFast());

        assertThat(await(roles.get(tenant.account(), "cscart", 2)).orElseThrow().permissions())
                .containsExactlyInAnyOrder(Permission.ROLES_VIEW, Permission.ROLES_ADD);
    }

    @Test
    void a_role_of_another_version_is_left_alone() {
        Role role = create("A");
        await(roles.change(tenant.account(), role.id(), new RoleChange("B", null, null), tenant.caller()));

        assertThatThrownBy(() -> await(roles.change(
                        tenant.account(),
                        role.id(),
                        new RoleChange("C", null, null).expecting(role.version()),
                        tenant.caller())))
                .asInstanceOf(type(FacadeException.class))
                .extracting(thrown -> thrown.failure().kind())
                .isEqualTo(Kind.STALE);
    }

    @Test
    void a_role_that_is_linked_to_can_be_deleted() {
        Role role = create("A");
        User user = await(users.create(Tenant.staff("a"), tenant.caller()));
        await(users.link(tenant.account(), user.id(), role.id(), LinkStatus.ACTIVE, tenant.caller()));

        await(roles.delete(tenant.account(), role.id(), tenant.caller()));

        assertThat(await(roles.get(tenant.account(), "cscart", 2))).isEmpty();
        assertThat(await(users.get(tenant.account(), user.id())).orElseThrow().links())
                .hasSize(1);
    }

    @Test
    void a_primary_role_cannot_be_deleted() {
        Role role = create("A");
        await(users.create(Tenant.staff("a").with(Attribute.PRIMARY_ROLE, role.id()), tenant.caller()));

        assertDeletionFails(role.id(), Kind.CONFLICT);
    }

    @Test
    void the_default_role_cannot_be_deleted() {
        assertDeletionFails(tenant.defaultRole(), Kind.CONFLICT);
    }

    @Test
    void a_role_that_is_gone_is_not_found() {
        assertDeletionFails(new RoleId(UUID.randomUUID()), Kind.NOT_FOUND);
    }

    private Uni<Role> changing(Role role, Set<Permission> granted, Set<Permission> revoked) {
        return roles.change(
                tenant.account(),
                role.id(),
                RoleChange.granting(null, PermissionChange.of(granted, revoked)),
                tenant.caller());
    }

    private Role create(String name) {
        return await(roles.create(new RoleChange(name, null, Set.of(Permission.USERS_VIEW)), tenant.caller()));
    }

    private void assertDeletionFails(RoleId role, Kind kind) {
        assertThatThrownBy(() -> await(roles.delete(tenant.account(), role, tenant.caller())))
                .asInstanceOf(type(FacadeException.class))
                .extracting(thrown -> thrown.failure().kind())
                .isEqualTo(kind);
    }
}

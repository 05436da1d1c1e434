package io.dragoman.store;

import static io.dragoman.store.Tenants.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.dragoman.account.LoginStore;
import io.dragoman.directory.Attribute;
import io.dragoman.directory.AvatarStore;
import io.dragoman.directory.Criterion;
import io.dragoman.directory.LinkStatus;
import io.dragoman.directory.PageRequest;
import io.dragoman.directory.PasswordHash;
import io.dragoman.directory.PinHash;
import io.dragoman.directory.RoleChange;
import io.dragoman.directory.RoleStore;
import io.dragoman.directory.User;
import io.dragoman.directory.UserChange;
import io.dragoman.directory.UserField;
import io.dragoman.directory.UserQuery;
import io.dragoman.directory.UserStore;
import io.dragoman.failure.FacadeException;
import io.dragoman.failure.Kind;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IsolationTest {

    @Inject
    UserStore users;

    @Inject
    RoleStore roles;

    @Inject
    LoginStore logins;

    @Inject
    AvatarStore avatars;

    @Inject
    Tenants tenants;

    Tenant own;
    Tenant other;
    User stranger;

    @BeforeEach
    void makeTwoAccounts() {
        own = tenants.create();
        other = tenants.create();
        stranger = await(users.create(
                Tenant.staff("a")
                        .with(Attribute.EMAIL, "a@x.example")
                        .with(Attribute.PIN, new PinHash("abc"))
                        .with(Attribute.PASSWORD, new PasswordHash("$argon2id$x")),
                other.caller()));
    }

    @Test
    void nobody_of_another_account_is_read() {
        assertThat(await(users.get(own.account(), stranger.id()))).isEmpty();
        assertThat(await(users.get(own.account(), "picqer", 1))).isEmpty();
        assertThat(await(users.byLogin(own.account(), "a"))).isEmpty();
        assertThat(await(users.byPin(own.account(), new PinHash("abc")))).isEmpty();
        assertThat(await(logins.passwordOf(own.account(), stranger.id()))).isEmpty();
        assertThat(await(avatars.get(own.account(), stranger.id()))).isEmpty();
    }

    @Test
    void nobody_of_another_account_is_listed() {
        UserQuery everybody = UserQuery.in("cscart", PageRequest.at(0, 10));
        Stream<UserQuery> queries = Stream.of(
                everybody,
                everybody.where(Criterion.in(UserField.ROLE, List.of(1L))),
                everybody.where(Criterion.in(UserField.ACTIVE_LINK, List.of(0L, 1L))),
                everybody.where(Criterion.contains(UserField.EMAIL, "a")));

        assertThat(queries)
                .allSatisfy(query -> assertThat(
                                await(users.find(own.account(), query)).total())
                        .isZero());
    }

    @Test
    void nobody_of_another_account_is_written() {
        assertNotFound(users.change(own.account(), stranger.id(), UserChange.NONE, own.caller()));
        assertNotFound(users.delete(own.account(), stranger.id(), own.caller()));
        assertNotFound(users.link(own.account(), stranger.id(), own.defaultRole(), LinkStatus.FREE, own.caller()));
    }

    @Test
    void roles_of_another_account_are_neither_read_nor_written() {
        RoleChange change = new RoleChange("x", null, null);

        assertThat(await(roles.list(own.account(), "cscart"))).hasSize(1);
        assertNotFound(roles.change(own.account(), other.defaultRole(), change, own.caller()));
        assertNotFound(roles.delete(own.account(), other.defaultRole(), own.caller()));
    }

    @Test
    void what_must_be_unique_must_be_so_in_its_account_alone() {
        User twin = await(users.create(
                Tenant.staff("a").with(Attribute.EMAIL, "a@x.example").with(Attribute.PIN, new PinHash("abc")),
                own.caller()));

        assertThat(twin.numbers()).isEqualTo(stranger.numbers());
    }

    @Test
    void a_person_cannot_be_linked_to_a_role_of_another_account() {
        User user = await(users.create(Tenant.staff("b"), own.caller()));

        assertFails(
                users.link(own.account(), user.id(), other.defaultRole(), LinkStatus.ACTIVE, own.caller()),
                Kind.INVALID);
    }

    private static void assertNotFound(Uni<?> write) {
        assertFails(write, Kind.NOT_FOUND);
    }

    private static void assertFails(Uni<?> write, Kind kind) {
        assertThatThrownBy(() -> await(write))
                .asInstanceOf(type(FacadeException.class))
                .extracting(thrown -> thrown.failure().kind())
                .isEqualTo(kind);
    }
}

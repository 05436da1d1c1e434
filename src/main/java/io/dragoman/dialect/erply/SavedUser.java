package io.dragoman.dialect.erply;

import io.dragoman.account.Passwords;
import io.dragoman.account.Pins;
import io.dragoman.directory.Attribute;
import io.dragoman.directory.Criterion;
import io.dragoman.directory.PageRequest;
import io.dragoman.directory.Role;
import io.dragoman.directory.RoleDirectory;
import io.dragoman.directory.User;
import io.dragoman.directory.UserChange;
import io.dragoman.directory.UserDirectory;
import io.dragoman.directory.UserField;
import io.dragoman.directory.UserQuery;
import io.dragoman.directory.Warehouses;
import io.dragoman.failure.FacadeException;
import io.dragoman.failure.Kind;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of saveUser, and makes the canonical change they ask for (erply.md 3.3). */
@ApplicationScoped
class SavedUser {

    private static final Pattern PIN = Pattern.compile("\\d{6,32}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private static final String GROUP = "userGroupID";
    private static final String PASSWORD = "password";
    private static final String PIN_CODE = "cardCode";
    private static final String EMPLOYEE = "employeeID";
    private static final String WAREHOUSES = "warehouseIDs";

    static final Set<String> PARAMETERS =
            Set.of("userID", "name", "lang", "sendNotificationEmail", GROUP, PASSWORD, PIN_CODE, EMPLOYEE, WAREHOUSES);

    private final UserDirectory directory;
    private final RoleDirectory roles;
    private final Passwords passwords;
    private final Pins pins;

    SavedUser(UserDirectory directory, RoleDirectory roles, Passwords passwords, Pins pins) {
        this.directory = directory;
        this.roles = roles;
        this.passwords = passwords;
        this.pins = pins;
    }

    /** Throws what is wrong with the parameters by themselves (1016, 1029, 1030, 1195). */
    static void check(ErplyParams params) {
        params.scalar("name");
        params.integer(GROUP);
        params.integer(EMPLOYEE);
        params.flag("sendNotificationEmail");
        if (!params.scalar(PASSWORD).isEmpty()) {
            PasswordRule.check(PASSWORD, params.text(PASSWORD));
        }
        if (!params.scalar(PIN_CODE).isEmpty()
                && !PIN.matcher(params.text(PIN_CODE)).matches()) {
            throw Refusal.of(ErplyCode.INVALID, PIN_CODE);
        }
        warehouses(params);
        locale(params);
    }

    /** What to write of a user, null for a new one; refers to what there is (1011, 1012). */
    Uni<UserChange> change(Asked asked, @Nullable User user) {
        ErplyParams params = asked.params();
        String name = params.text("name").trim();
        UserChange plain = UserChange.NONE
                .with(Attribute.LOGIN, name.isEmpty() ? null : name)
                .with(Attribute.LOCALE, locale(params))
                .with(Attribute.WAREHOUSES, warehouses(params));
        return withGroup(asked, plain)
                .call(() -> checkEmployee(asked, user))
                .chain(change -> withPassword(params, change))
                .chain(change -> withPin(asked, change));
    }

    static boolean isNotFound(Throwable failure) {
        return failure instanceof FacadeException facade && facade.failure().kind() == Kind.NOT_FOUND;
    }

    private Uni<UserChange> withGroup(Asked asked, UserChange change) {
        Long group = asked.params().integer(GROUP);
        if (group == null) {
            return Uni.createFrom().item(change);
        }
        return roles.get(asked.caller(), ErplyDialect.ID, group)
                .onFailure(SavedUser::isNotFound)
                .transform(missing -> Refusal.of(ErplyCode.NO_SUCH_ITEM, GROUP))
                .map(Role::id)
                .map(role -> change.with(Attribute.PRIMARY_ROLE, role));
    }

    /** An employee number is a person's for good: one sent must be the user's own. */
    private Uni<Void> checkEmployee(Asked asked, @Nullable User user) {
        Long employee = asked.params().integer(EMPLOYEE);
        if (employee == null || (user != null && employee.equals(user.position().employeeNumber()))) {
            return Uni.createFrom().voidItem();
        }
        UserQuery query = UserQuery.in(ErplyDialect.ID, PageRequest.at(0, 1))
                .where(Criterion.is(UserField.EMPLOYEE_NUMBER, employee));
        return directory.find(asked.caller(), query).map(found -> {
            throw Refusal.of(found.total() == 0 ? ErplyCode.NO_SUCH_ITEM : ErplyCode.NOT_UNIQUE, EMPLOYEE);
        });
    }

    private Uni<UserChange> withPassword(ErplyParams params, UserChange change) {
        String password = params.text(PASSWORD);
        return password.isEmpty()
                ? Uni.createFrom().item(change)
                : passwords.hash(password).map(hash -> change.with(Attribute.PASSWORD, hash));
    }

    private Uni<UserChange> withPin(Asked asked, UserChange change) {
        String pin = asked.params().text(PIN_CODE);
        return pin.isEmpty()
                ? Uni.createFrom().item(change)
                : pins.hash(asked.account().id(), pin).map(hash -> change.with(Attribute.PIN, hash));
    }

    /** The set that replaces the user's, sent empty: none (1029). */
    private static @Nullable Warehouses warehouses(ErplyParams params) {
        String list = params.scalar(WAREHOUSES).trim();
        if (list.isEmpty()) {
            return params.has(WAREHOUSES) ? Warehouses.only(List.of()) : null;
        }
        return Warehouses.only(Stream.of(list.split(",", -1))
                .map(String::trim)
                .map(SavedUser::number)
                .distinct()
                .toList());
    }

    private static Integer number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw Refusal.of(ErplyCode.WRONG_LIST);
        }
        return Integer.valueOf(text);
    }

    private static @Nullable String locale(ErplyParams params) {
        String code = params.scalar("lang").trim();
        return code.isEmpty() ? null : ErplyLanguage.locale(code);
    }
}

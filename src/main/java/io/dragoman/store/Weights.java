package io.dragoman.store;

import io.dragoman.account.Account;
import io.dragoman.account.KeyHolder;
import io.dragoman.directory.Page;
import io.dragoman.directory.Profile;
import io.dragoman.directory.Property;
import io.dragoman.directory.PropertyValue;
import io.dragoman.directory.Role;
import io.dragoman.directory.User;
import io.dragoman.directory.UserQuery;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** Estimates what remembered values take of the heap, in bytes; rather more than less. */
final class Weights {

    /** An entry with its place in the cache and its key but for the key's texts. */
    private static final int ENTRY = 300;

    private static final int OBJECT = 40;
    private static final int REFERENCE = 16;
    private static final int USER = 700;
    private static final int LINK = 220;
    private static final int CRITERION = 150;
    private static final int ACCOUNT = 300;
    private static final int KEY = 150;
    private static final int ROLE = 300;
    private static final int PROPERTY = 150;

    private Weights() {}

    /** An entry that is found, or not, under a key of some texts. */
    static <T> int entry(Optional<T> value, ToIntFunction<? super T> weigher, String... key) {
        return ENTRY + texts(key) + value.map(weigher::applyAsInt).orElse(0);
    }

    static <T> int list(List<T> values, ToIntFunction<? super T> weigher) {
        return clamped(ENTRY + values.stream().mapToLong(weigher::applyAsInt).sum());
    }

    static <T> int page(Page<T> page, ToIntFunction<? super T> weigher) {
        return list(page.items(), weigher);
    }

    static int people(UserQuery query, Page<User> page) {
        return clamped((long) query(query) + page(page, Weights::user));
    }

    static int user(User user) {
        Profile profile = user.profile();
        return USER
                + texts(user.login(), profile.firstName(), profile.lastName(), profile.email(), profile.salutation())
                + texts(profile.phone(), profile.locale(), profile.timeZone(), profile.companyText())
                + texts(
                        profile.customField(),
                        user.audit().createdBy(),
                        user.audit().updatedBy())
                + user.links().stream()
                        .mapToInt(link -> LINK + text(link.roleName()))
                        .sum()
                + REFERENCE
                        * (user.permissions().size()
                                + user.position().warehouses().size());
    }

    static int holder(KeyHolder holder) {
        return KEY + account(holder.account()) + user(holder.user());
    }

    static int account(Account account) {
        return ACCOUNT
                + text(account.name())
                + account.names().values().stream()
                        .mapToInt(name -> OBJECT + text(name))
                        .sum()
                + OBJECT * account.quotas().size();
    }

    static int role(Role role) {
        return ROLE
                + texts(role.name(), role.createdBy(), role.updatedBy())
                + OBJECT * role.permissions().size();
    }

    static int property(Property property) {
        return PROPERTY + texts(property.name(), property.defaultValue());
    }

    static int propertyValue(PropertyValue value) {
        return PROPERTY + texts(value.propertyName(), value.value());
    }

    /** The texts looked for are the caller's, of whatever length. */
    private static int query(UserQuery query) {
        return query.conditions().stream()
                .flatMap(List::stream)
                .flatMap(criterion -> criterion.values().stream())
                .mapToInt(value -> CRITERION + text(value.toString()))
                .sum();
    }

    private static int texts(String... texts) {
        int sum = 0;
        for (String text : texts) {
            sum += text(text);
        }
        return sum;
    }

    private static int text(String text) {
        return OBJECT + 2 * text.length();
    }

    private static int clamped(long weight) {
        return (int) Math.min(weight, Integer.MAX_VALUE);
    }
}

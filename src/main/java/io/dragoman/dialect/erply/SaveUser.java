package io.dragoman.dialect.erply;

import io.dragoman.directory.Once;
import io.dragoman.directory.Permission;
import io.dragoman.directory.User;
import io.dragoman.directory.UserChange;
import io.dragoman.directory.UserDirectory;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** {@code saveUser}: makes a user or changes one (erply.md 3.3). */
@ApplicationScoped
class SaveUser implements ErplyCall {

    private static final String USER = "userID";

    private final UserDirectory directory;
    private final SavedUser saved;
    private final ErplyCreations creations;

    SaveUser(UserDirectory directory, SavedUser saved, ErplyCreations creations) {
        this.directory = directory;
        this.saved = saved;
        this.creations = creations;
    }

    @Override
    public String name() {
        return "saveUser";
    }

    @Override
    public Set<String> reads() {
        return SavedUser.PARAMETERS;
    }

    @Override
    public Uni<Reply> answer(Asked asked) {
        asked.caller().require(asked.params().text(USER).isBlank() ? Permission.USERS_ADD : Permission.USERS_EDIT);
        Long userId = asked.params().integer(USER);
        Uni<Long> number = userId == null
                ? creations.once(asked, USER, SaveUser::number, once -> create(asked, once))
                : change(asked, userId).map(SaveUser::number);
        return number.map(known -> Reply.one(Fields.of(USER, known)));
    }

    private Uni<User> create(Asked asked, Once<User> once) {
        asked.params().required("name");
        asked.params().required("userGroupID");
        SavedUser.check(asked.params());
        return saved.change(asked, null).chain(initial -> directory.create(asked.caller(), initial, once));
    }

    private Uni<User> change(Asked asked, long userId) {
        SavedUser.check(asked.params());
        return directory
                .get(asked.caller(), ErplyDialect.ID, userId)
                .onFailure(SavedUser::isNotFound)
                .transform(missing -> Refusal.of(ErplyCode.NO_SUCH_ITEM, USER))
                .chain(user -> saved.change(asked, user).chain(change -> write(asked, user, change)));
    }

    private static long number(User user) {
        return user.numbers().known(ErplyDialect.ID);
    }

    private Uni<User> write(Asked asked, User user, UserChange change) {
        return change.isEmpty() ? Uni.createFrom().item(user) : directory.change(asked.caller(), user, change);
    }
}

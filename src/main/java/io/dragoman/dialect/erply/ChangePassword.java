package io.dragoman.dialect.erply;

import io.dragoman.account.Passwords;
import io.dragoman.directory.UserDirectory;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** {@code changePassword}: sets the caller's own password, ends all his sessions and opens a new one (erply.md 3.7). */
@ApplicationScoped
class ChangePassword implements ErplyCall {

    private static final String OLD = "oldPassword";
    private static final String NEW = "newPassword";

    private final ErplyLogins logins;
    private final ErplySessions sessions;
    private final Passwords passwords;
    private final UserDirectory directory;

    ChangePassword(ErplyLogins logins, ErplySessions sessions, Passwords passwords, UserDirectory directory) {
        this.logins = logins;
        this.sessions = sessions;
        this.passwords = passwords;
        this.directory = directory;
    }

    @Override
    public String name() {
        return "changePassword";
    }

    @Override
    public Set<String> reads() {
        return Set.of(OLD, NEW);
    }

    @Override
    public Uni<Reply> answer(Asked asked) {
        String before = asked.params().required(OLD);
        String after = asked.params().required(NEW);
        PasswordRule.check(NEW, after);
        if (after.equals(before)) {
            throw Refusal.of(ErplyCode.NOT_UNIQUE, NEW);
        }
        return logins.isOwn(asked, before)
                .invoke(ChangePassword::refuseUnproven)
                .chain(() -> passwords.hash(after))
                .chain(hash -> directory.changeOwnPassword(asked.caller(), hash))
                .chain(user -> sessions.open(asked, user));
    }

    private static void refuseUnproven(boolean own) {
        if (!own) {
            throw Refusal.of(ErplyCode.INVALID, OLD);
        }
    }
}

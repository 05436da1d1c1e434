package io.dragoman.dialect.cscart;

import io.dragoman.account.Passwords;
import io.dragoman.directory.Attribute;
import io.dragoman.directory.PasswordHash;
import io.dragoman.directory.UserChange;
import io.dragoman.directory.UserKind;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Adds the password to what is written of a user: md5 hex in 1.0 and 2.0, plain text in 4.0, and in any version plain
 * where it is sent twice (cscart.md 3.5).
 */
@ApplicationScoped
class CsCartPasswords {

    private final Passwords passwords;
    private final CsCartReleases releases;
    private final CsCartConfig config;

    CsCartPasswords(Passwords passwords, CsCartReleases releases, CsCartConfig config) {
        this.passwords = passwords;
        this.releases = releases;
        this.config = config;
    }

    /** The same change and, where one was sent, the password. Throws INVALID for one that breaks the rules. */
    Uni<UserChange> added(UserChange change, CsCartCall call, UserKind kind) {
        String twice = call.fields().trimmed("password1");
        String password = call.fields().trimmed("password");
        if (!twice.isEmpty()) {
            refuseOther(twice, call.fields().trimmed("password2"));
            return plain(change, twice, kind);
        }
        if (password.isEmpty()) {
            return Uni.createFrom().item(change);
        }
        return releases.hasPlainPasswords(call.path().version())
                ? plain(change, password, kind)
                : passwords.hashMd5(password).map(hash -> with(change, hash));
    }

    private Uni<UserChange> plain(UserChange change, String password, UserKind kind) {
        int least = config.minPassword();
        if (kind == UserKind.STAFF && password.codePointCount(0, password.length()) < least) {
            throw CsCartRefusal.saying("The password must contain at least <b>" + least + "</b> characters.")
                    .toException();
        }
        return passwords.hash(password).map(hash -> with(change, hash));
    }

    private static void refuseOther(String password, String repeated) {
        if (!password.equals(repeated)) {
            throw CsCartRefusal.saying("The passwords do not match.").toException();
        }
    }

    private static UserChange with(UserChange change, PasswordHash hash) {
        return change.with(Attribute.PASSWORD, hash);
    }
}

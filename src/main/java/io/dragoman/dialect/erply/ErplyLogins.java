package io.dragoman.dialect.erply;

import io.dragoman.account.LoginGuard;
import io.dragoman.account.LoginStore;
import io.dragoman.account.Passwords;
import io.dragoman.account.Pins;
import io.dragoman.directory.User;
import io.dragoman.directory.UserStore;
import io.dragoman.observe.Login;
import io.dragoman.observe.LoginMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Finds out whose a password or PIN is, behind the guard that counts the wrong ones (erply.md, decisions). */
@Startup
@ApplicationScoped
class ErplyLogins {

    /** How a password turned out. */
    private enum Verdict {
        RIGHT,
        /** Right, but the person may not log in; not an attempt at guessing. */
        INACTIVE,
        NONE_SET,
        WRONG
    }

    private final UserStore users;
    private final LoginStore logins;
    private final LoginGuard guard;
    private final Passwords passwords;
    private final Pins pins;
    private final LoginMetrics metrics;

    ErplyLogins(
            UserStore users,
            LoginStore logins,
            LoginGuard guard,
            Passwords passwords,
            Pins pins,
            MeterRegistry registry) {
        this.users = users;
        this.logins = logins;
        this.guard = guard;
        this.passwords = passwords;
        this.pins = pins;
        this.metrics = new LoginMetrics(registry, ErplyDialect.ID);
    }

    /** The person of a user name and password (1051, 1052, 1053). */
    Uni<User> byPassword(Asked asked, String name, String password) {
        return users.byLogin(asked.account().id(), name)
                .map(found -> found.filter(ErplyGate::isKnown))
                .chain(found ->
                        found.isPresent() ? checked(asked, found.get(), password) : pretended(asked, name, password));
    }

    /** Whether a password is the one of the session's person (1052). */
    Uni<Boolean> isOwn(Asked asked, String password) {
        return attempted(asked, asked.user(), password).map(verdict -> verdict == Verdict.RIGHT);
    }

    /** The person of a PIN; wrong ones count for the session's person (1051, 1052). */
    Uni<User> byPin(Asked asked, String pin) {
        return guard.attempt(
                        asked.user(),
                        asked.origin().address(),
                        () -> pins.find(
                                        asked.account().id(),
                                        pin,
                                        hash -> users.byPin(asked.account().id(), hash))
                                .map(found -> found.filter(User::active).filter(ErplyGate::isKnown)),
                        Optional::isEmpty)
                .invoke(outcome -> count(outcome.map(Optional::isPresent)))
                .map(ErplyLogins::unlessBlocked)
                .map(found -> found.orElseThrow(() -> Refusal.of(ErplyCode.LOGIN_FAILED)));
    }

    private Uni<User> checked(Asked asked, User user, String password) {
        return attempted(asked, user, password).map(verdict -> switch (verdict) {
            case RIGHT -> user;
            case NONE_SET -> throw Refusal.of(ErplyCode.NO_PASSWORD);
            case INACTIVE, WRONG -> throw Refusal.of(ErplyCode.LOGIN_FAILED);
        });
    }

    private Uni<Verdict> attempted(Asked asked, User user, String password) {
        return guard.attempt(
                        user,
                        asked.origin().address(),
                        () -> logins.passwordOf(user.account(), user.id())
                                .chain(stored -> user.active() && stored.isEmpty()
                                        ? Uni.createFrom().item(Verdict.NONE_SET)
                                        : passwords.verify(password, stored).map(right -> verdict(user, right))),
                        Verdict.WRONG::equals)
                .invoke(outcome -> count(outcome.map(Verdict.RIGHT::equals)))
                .map(ErplyLogins::unlessBlocked);
    }

    /** A login that is nobody's costs and answers what a wrong password does. */
    private Uni<User> pretended(Asked asked, String name, String password) {
        return guard.attemptNamed(
                        asked.account().id(),
                        name,
                        asked.origin().address(),
                        () -> passwords.verify(password, Optional.empty()),
                        right -> !right)
                .invoke(outcome -> count(outcome.map(right -> false)))
                .map(ErplyLogins::unlessBlocked)
                .map(right -> {
                    throw Refusal.of(ErplyCode.LOGIN_FAILED);
                });
    }

    /** Counts how an attempt ended; an empty one was not made. */
    private void count(Optional<Boolean> right) {
        metrics.count(right.map(yes -> yes ? Login.SUCCESS : Login.FAILURE).orElse(Login.LOCKED));
    }

    private static Verdict verdict(User user, boolean right) {
        if (!right) {
            return Verdict.WRONG;
        }
        return user.active() ? Verdict.RIGHT : Verdict.INACTIVE;
    }

    private static <T> T unlessBlocked(Optional<T> outcome) {
        return outcome.orElseThrow(() -> Refusal.of(ErplyCode.BLOCKED));
    }
}

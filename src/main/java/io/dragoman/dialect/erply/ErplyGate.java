package io.dragoman.dialect.erply;

import io.dragoman.account.Account;
import io.dragoman.account.Accounts;
import io.dragoman.account.OpenSession;
import io.dragoman.account.Session;
import io.dragoman.account.Sessions;
import io.dragoman.directory.User;
import io.dragoman.edge.RequestHead;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the account of a client code and the person of a session key (erply.md 2). */
@ApplicationScoped
class ErplyGate {

    private static final Duration GRACE = Duration.ofHours(2);
    private static final int LONGEST_CODE = 64;

    private final Accounts accounts;
    private final Sessions sessions;
    private final ErplyDialect dialect;
    private final Clock clock;

    ErplyGate(Accounts accounts, Sessions sessions, ErplyDialect dialect, Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.dialect = dialect;
        this.clock = clock;
    }

    /** The account of a client code, which a host that names one must name too (1001). */
    Uni<Account> account(String clientCode, RequestHead head) {
        String code = clientCode.trim();
        String named = dialect.accountName(head);
        if (code.isEmpty() || code.length() > LONGEST_CODE || (named != null && !named.equals(code))) {
            return Uni.createFrom().failure(Refusal.of(ErplyCode.ACCOUNT_NOT_FOUND));
        }
        return accounts.named(ErplyDialect.ID, code)
                .map(found -> found.orElseThrow(() -> Refusal.of(ErplyCode.ACCOUNT_NOT_FOUND)));
    }

    /** Who has a session key, as far as a call asks (1009, 1054, 1055, 1056); empty where it does not. */
    Uni<Optional<SignedIn>> enter(SessionNeed need, Account account, String sessionKey) {
        if (need == SessionNeed.NONE) {
            return Uni.createFrom().item(Optional.empty());
        }
        if (sessionKey.isEmpty()) {
            return Uni.createFrom().failure(Refusal.of(ErplyCode.NO_SESSION));
        }
        return sessions.find(ErplyDialect.ID, sessionKey)
                .map(found -> lasting(found, account, need))
                .chain(session -> signedIn(new OpenSession(sessionKey, session)))
                .map(Optional::of);
    }

    private Session lasting(Optional<Session> found, Account account, SessionNeed need) {
        Session session = found.filter(own -> own.account().equals(account.id()))
                .orElseThrow(() -> Refusal.of(ErplyCode.SESSION_UNKNOWN));
        ErplyCode ended = ended(session, need, clock.instant());
        if (ended != null) {
            throw Refusal.of(ended);
        }
        return session;
    }

    private static @Nullable ErplyCode ended(Session session, SessionNeed need, Instant now) {
        if (!session.isExpired(now)) {
            return null;
        }
        if (need == SessionNeed.LIVE) {
            return ErplyCode.SESSION_EXPIRED;
        }
        return session.isExpired(now.minus(GRACE)) ? ErplyCode.SESSION_TOO_OLD : null;
    }

    private Uni<SignedIn> signedIn(OpenSession open) {
        return sessions.holder(open.session())
                .map(holder -> holder.filter(ErplyGate::isKnown)
                        .map(user -> new SignedIn(user, open))
                        .orElseThrow(() -> Refusal.of(ErplyCode.SESSION_UNKNOWN)));
    }

    /** Whether Erply knows a person at all. */
    static boolean isKnown(User user) {
        return user.numbers().in(ErplyDialect.ID) != null;
    }
}

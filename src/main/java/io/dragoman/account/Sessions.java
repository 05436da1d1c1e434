package io.dragoman.account;

import io.dragoman.directory.User;
import io.dragoman.directory.UserStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Opens sessions and knows them again on every replica: a session is a signed text, kept nowhere, and ends with its time
 * or the person's password.
 */
@ApplicationScoped
public class Sessions {

    private final SharedKey key;
    private final UserStore users;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Sessions(SecretStore secrets, UserStore users, Clock clock) {
        this.key = new SharedKey(secrets, "sessions");
        this.users = users;
        this.clock = clock;
    }

    /** Opens a session of a person in a system; whoever has its text is he. */
    public Uni<OpenSession> open(String system, User user, Duration length) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Session session = new Session(user.account(), user.id(), user.credentialVersion(), now, now.plus(length));
        return key.get()
                .map(hash -> SessionToken.write(session, salt(), hash, system))
                .map(token -> new OpenSession(token, session));
    }

    /** The session a text stands for in a system, over or not; empty for a text that was never one. */
    public Uni<Optional<Session>> find(String system, String token) {
        return key.get().map(hash -> SessionToken.read(token, hash, system));
    }

    /** The person of a session; empty where he is gone, inactive, or has another password than when he logged in. */
    public Uni<Optional<User>> holder(Session session) {
        return users.get(session.account(), session.user()).map(found -> found.filter(session::isOf));
    }

    private byte[] salt() {
        byte[] salt = new byte[8];
        random.nextBytes(salt);
        return salt;
    }
}

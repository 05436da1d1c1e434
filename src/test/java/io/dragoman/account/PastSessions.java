package io.dragoman.account;

import io.dragoman.directory.User;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Session keys as they would have been given out earlier. */
@ApplicationScoped
public class PastSessions {

    private final SecretStore secrets;

    PastSessions(SecretStore secrets) {
        this.secrets = secrets;
    }

    /** The key of a session of an hour that has been over for a while. */
    public String over(String system, User user, Duration since) {
        Instant created =
                Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(since).minusSeconds(3_600);
        Session session =
                new Session(user.account(), user.id(), user.credentialVersion(), created, created.plusSeconds(3_600));
        byte[] secret = secrets.secret("sessions").await().atMost(Duration.ofSeconds(10));
        return SessionToken.write(session, new byte[8], new KeyedHash(secret), system);
    }
}

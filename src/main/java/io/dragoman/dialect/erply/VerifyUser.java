package io.dragoman.dialect.erply;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** {@code verifyUser}: a session for a user name and password (erply.md 3.1). */
@ApplicationScoped
class VerifyUser implements ErplyCall {

    private final ErplyLogins logins;
    private final ErplySessions sessions;

    VerifyUser(ErplyLogins logins, ErplySessions sessions) {
        this.logins = logins;
        this.sessions = sessions;
    }

    @Override
    public String name() {
        return "verifyUser";
    }

    @Override
    public SessionNeed session() {
        return SessionNeed.NONE;
    }

    @Override
    public Set<String> reads() {
        return Set.of("username", "password", "sessionLength", "doNotGenerateIdentityToken");
    }

    @Override
    public Uni<Reply> answer(Asked asked) {
        String name = asked.params().scalar("username");
        String password = asked.params().scalar("password");
        if (name.isEmpty() || password.isEmpty()) {
            throw Refusal.of(ErplyCode.CREDENTIALS_MISSING);
        }
        return logins.byPassword(asked, name, password).chain(user -> sessions.open(asked, user));
    }
}

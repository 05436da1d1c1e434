package io.dragoman.dialect.erply;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** {@code switchUser}: a session of whoever has the PIN, for a session that need not last any more (erply.md 3.6). */
@ApplicationScoped
class SwitchUser implements ErplyCall {

    private final ErplyLogins logins;
    private final ErplySessions sessions;

    SwitchUser(ErplyLogins logins, ErplySessions sessions) {
        this.logins = logins;
        this.sessions = sessions;
    }

    @Override
    public String name() {
        return "switchUser";
    }

    @Override
    public SessionNeed session() {
        return SessionNeed.RECENT;
    }

    @Override
    public Set<String> reads() {
        return Set.of("cardCode", "sessionLength", "doNotGenerateIdentityToken");
    }

    @Override
    public Uni<Reply> answer(Asked asked) {
        String pin = asked.params().required("cardCode").trim();
        return logins.byPin(asked, pin).chain(user -> sessions.open(asked, user));
    }
}

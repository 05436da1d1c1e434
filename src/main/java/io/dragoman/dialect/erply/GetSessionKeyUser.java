package io.dragoman.dialect.erply;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** {@code getSessionKeyUser}: what verifyUser told of the session (erply.md 3.8). */
@ApplicationScoped
class GetSessionKeyUser implements ErplyCall {

    private final ErplySessions sessions;

    GetSessionKeyUser(ErplySessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public String name() {
        return "getSessionKeyUser";
    }

    @Override
    public Uni<Reply> answer(Asked asked) {
        return sessions.tell(asked, asked.session());
    }
}

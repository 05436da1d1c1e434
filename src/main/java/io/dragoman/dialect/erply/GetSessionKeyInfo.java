package io.dragoman.dialect.erply;

import io.dragoman.account.Session;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** {@code getSessionKeyInfo}: when the session began and when it ends, as strings (erply.md 3.8). */
@ApplicationScoped
class GetSessionKeyInfo implements ErplyCall {

    @Override
    public String name() {
        return "getSessionKeyInfo";
    }

    @Override
    public Uni<Reply> answer(Asked asked) {
        Session session = asked.session().session().session();
        return Uni.createFrom()
                .item(Reply.one(Fields.of("creationUnixTime", unixTime(session.created()))
                        .with("expireUnixTime", unixTime(session.expires()))));
    }

    private static String unixTime(Instant instant) {
        return Long.toString(instant.getEpochSecond());
    }
}

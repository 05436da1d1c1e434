package io.dragoman.dialect.erply;

import io.dragoman.account.OpenSession;
import io.dragoman.account.Sessions;
import io.dragoman.directory.RoleLink;
import io.dragoman.directory.User;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Opens sessions as Erply's calls do, and tells of them (erply.md 2.1, 3.1). */
@ApplicationScoped
class ErplySessions {

    private static final int HOUR = 3_600;
    private static final int DAY = 86_400;

    private final Sessions sessions;
    private final ErplyTokens tokens;

    ErplySessions(Sessions sessions, ErplyTokens tokens) {
        this.sessions = sessions;
        this.tokens = tokens;
    }

    /** Opens a session of a person, as long as the call asks, and tells of it (1059). */
    Uni<Reply> open(Asked asked, User user) {
        group(user);
        return begin(asked.params(), user).chain(open -> tell(asked, new SignedIn(user, open)));
    }

    /** Opens a session of {@code sessionLength} seconds: an hour where that is missing or nonsense, at most a day. */
    Uni<OpenSession> begin(ErplyParams params, User user) {
        int length = Math.min(DAY, params.positive("sessionLength", HOUR));
        return sessions.open(ErplyDialect.ID, user, Duration.ofSeconds(length));
    }

    /** Tells of a session, with an identity token unless that is unwanted (1059). */
    Uni<Reply> tell(Asked asked, SignedIn who) {
        Fields record = SessionRecord.of(who.user(), group(who.user()), who.session(), asked.origin());
        if (asked.params().text("doNotGenerateIdentityToken").trim().equals("1")) {
            return Uni.createFrom().item(Reply.one(record.with("token", "")));
        }
        return tokens.issue(TokenUse.IDENTITY, asked.account(), who)
                .map(token -> Reply.one(record.with("identityToken", token).with("token", "")));
    }

    private static RoleLink group(User user) {
        RoleLink group = user.primaryRole();
        if (group == null || group.role().in(ErplyDialect.ID) == null) {
            throw Refusal.of(ErplyCode.NO_GROUP);
        }
        return group;
    }
}

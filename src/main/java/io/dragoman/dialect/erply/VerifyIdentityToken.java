package io.dragoman.dialect.erply;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** {@code verifyIdentityToken}: a session for an identity token (erply.md 3.9). */
@ApplicationScoped
class VerifyIdentityToken implements ErplyCall {

    private final ErplyTokens tokens;
    private final ErplySessions sessions;

    VerifyIdentityToken(ErplyTokens tokens, ErplySessions sessions) {
        this.tokens = tokens;
        this.sessions = sessions;
    }

    @Override
    public String name() {
        return "verifyIdentityToken";
    }

    @Override
    public SessionNeed session() {
        return SessionNeed.NONE;
    }

    @Override
    public Set<String> reads() {
        return Set.of("jwt", "sessionLength", "doNotGenerateIdentityToken");
    }

    @Override
    public Uni<Reply> answer(Asked asked) {
        String token = asked.params().required("jwt");
        return tokens.holder(token, TokenUse.IDENTITY, asked.account())
                .chain(user -> sessions.begin(asked.params(), user))
                .map(open -> Reply.object(Fields.of("sessionKey", open.token())
                        .with("backofficeURL", asked.origin().baseUrl())));
    }
}

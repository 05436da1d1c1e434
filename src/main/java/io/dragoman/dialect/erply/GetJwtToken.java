package io.dragoman.dialect.erply;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** {@code getJwtToken}: a token that stands for the session at the newer APIs (erply.md 3.9). */
@ApplicationScoped
class GetJwtToken implements ErplyCall {

    private final ErplyTokens tokens;

    GetJwtToken(ErplyTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public String name() {
        return "getJwtToken";
    }

    @Override
    public Uni<Reply> answer(Asked asked) {
        return tokens.issue(TokenUse.ACCESS, asked.account(), asked.session())
                .map(token -> Reply.object(Fields.of("token", token)));
    }
}

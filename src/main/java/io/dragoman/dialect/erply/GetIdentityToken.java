package io.dragoman.dialect.erply;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** {@code getIdentityToken}: a token that shows who the caller is (erply.md 3.9). */
@ApplicationScoped
class GetIdentityToken implements ErplyCall {

    private final ErplyTokens tokens;

    GetIdentityToken(ErplyTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public String name() {
        return "getIdentityToken";
    }

    @Override
    public Uni<Reply> answer(Asked asked) {
        return tokens.issue(TokenUse.IDENTITY, asked.account(), asked.session())
                .map(token -> Reply.object(Fields.of("identityToken", token)));
    }
}

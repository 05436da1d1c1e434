package io.dragoman.dialect.erply;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** {@code getServiceEndpoints}: where the newer APIs are, as far as the facade has them (erply.md 1.2, 3.11). */
@ApplicationScoped
class GetServiceEndpoints implements ErplyCall {

    private final ErplyConfig config;

    GetServiceEndpoints(ErplyConfig config) {
        this.config = config;
    }

    @Override
    public String name() {
        return "getServiceEndpoints";
    }

    @Override
    public SessionNeed session() {
        return SessionNeed.NONE;
    }

    @Override
    public Uni<Reply> answer(Asked asked) {
        Fields accountAdmin = Fields.of("isSandbox", false)
                .with("url", asked.origin().baseUrl())
                .with("documentation", config.documentationUrl());
        return Uni.createFrom().item(Reply.one(Fields.of("account-admin", accountAdmin)));
    }
}

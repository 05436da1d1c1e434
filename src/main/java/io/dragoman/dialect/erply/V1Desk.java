package io.dragoman.dialect.erply;

import io.dragoman.account.Account;
import io.dragoman.directory.User;
import io.dragoman.edge.Admission;
import io.dragoman.edge.Exchange;
import io.dragoman.edge.RequestHead;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Lets callers of the /v1 reads in by their headers: client code, and session key or token (erply.md 2.3, 3.12). */
@ApplicationScoped
class V1Desk {

    private final ErplyGate gate;
    private final ErplyTokens tokens;
    private final ErplyDialect dialect;
    private final Admission admission;

    V1Desk(ErplyGate gate, ErplyTokens tokens, ErplyDialect dialect, Admission admission) {
        this.gate = gate;
        this.tokens = tokens;
        this.dialect = dialect;
        this.admission = admission;
    }

    /** Who calls. Fails with UNAUTHENTICATED for whatever Erply's codes tell apart of that. */
    Uni<User> admit(Exchange exchange) {
        RequestHead head = exchange.head();
        return gate.account(text(head, "clientCode"), head)
                .invoke(exchange::account)
                .call(account -> admission.count(exchange, dialect.quota(account), 1))
                .chain(account -> caller(head, account))
                .onFailure(Refusal.class)
                .transform(refusal -> Failure.of(Kind.UNAUTHENTICATED).toException());
    }

    private Uni<User> caller(RequestHead head, Account account) {
        String token = text(head, "jwt");
        String sessionKey = text(head, "sessionKey");
        return sessionKey.isEmpty() && !token.isEmpty()
                ? tokens.holder(token, TokenUse.ACCESS, account)
                : gate.enter(SessionNeed.LIVE, account, sessionKey)
                        .map(who -> who.orElseThrow().user());
    }

    private static String text(RequestHead head, String header) {
        @Nullable String value = head.header(header);
        return value == null ? "" : value.trim();
    }
}

package io.dragoman.edge;

import io.dragoman.account.Account;
import io.dragoman.account.Accounts;
import io.dragoman.account.AppCredential;
import io.dragoman.account.Apps;
import io.dragoman.account.Principal;
import io.dragoman.failure.FacadeException;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import io.dragoman.limit.Allowance;
import io.dragoman.limit.Quota;
import io.dragoman.limit.RateLimiter;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets callers in: who they are, whether the host agrees, whether their quota holds.
 *
 * <p>A wrong credential costs no call. Fails with UNAUTHENTICATED, RATE_LIMITED, UNAVAILABLE or what the dialect says
 * of an unknown account.
 */
@Singleton
public class Admission {

    private final Accounts accounts;
    private final Apps apps;
    private final RateLimiter limiter;

    Admission(Accounts accounts, Apps apps, RateLimiter limiter) {
        this.accounts = accounts;
        this.apps = apps;
        this.limiter = limiter;
    }

    /** Admits the caller whom the head names, for a dialect whose credential is there. */
    Uni<Void> admit(Exchange exchange) {
        Dialect dialect = exchange.dialect();
        return accounts.authenticate(dialect.id(), dialect.credential(exchange.head()))
                .onItemOrFailure()
                .transformToUni((principal, failure) -> {
                    if (failure != null) {
                        return refuse(exchange, failure);
                    }
                    return isOfNamedAccount(exchange, principal)
                            ? letIn(exchange, principal)
                            : refuse(exchange, Failure.of(Kind.UNAUTHENTICATED).toException());
                });
    }

    /** Counts calls against a quota and tells the caller what is left. Fails with RATE_LIMITED. */
    public Uni<Void> count(Exchange exchange, @Nullable Quota quota, int calls) {
        if (quota == null) {
            return Uni.createFrom().voidItem();
        }
        return limiter.take(quota, calls).chain(allowance -> {
            exchange.decided(allowance.granted());
            exchange.answerWith(exchange.dialect().quotaHeaders(allowance));
            return allowance.granted() ? Uni.createFrom().voidItem() : overQuota(allowance);
        });
    }

    /** Through an application, if one is shown: one that is not registered, or shows a wrong secret, is as good as none. */
    private Uni<Void> letIn(Exchange exchange, Principal principal) {
        AppCredential shown = exchange.dialect().app(exchange.head());
        return shown == null
                ? admit(exchange, principal)
                : apps.find(principal.account(), exchange.dialect().id(), shown)
                        .map(found -> found.map(principal::through).orElse(principal))
                        .chain(through -> admit(exchange, through));
    }

    private Uni<Void> admit(Exchange exchange, Principal principal) {
        exchange.admitted(principal);
        return count(exchange, exchange.dialect().quota(principal, exchange.head()), 1);
    }

    /** Whether the host names no account or the caller's. */
    private static boolean isOfNamedAccount(Exchange exchange, Principal principal) {
        String named = exchange.dialect().accountName(exchange.head());
        return named == null || principal.account().isNamed(exchange.dialect().id(), named);
    }

    /** Refuses a wrong credential, in the words for a wrong account where it is that; shows the quota if the host tells. */
    private Uni<Void> refuse(Exchange exchange, Throwable failure) {
        Dialect dialect = exchange.dialect();
        String named = isUnauthenticated(failure) ? dialect.accountName(exchange.head()) : null;
        if (named == null) {
            return Uni.createFrom().failure(failure);
        }
        return accounts.named(dialect.id(), named)
                .chain(found -> showQuota(exchange, found))
                .chain(found -> Uni.createFrom()
                        .failure(
                                found.isPresent()
                                        ? failure
                                        : dialect.unknownAccount().toException()));
    }

    private Uni<Optional<Account>> showQuota(Exchange exchange, Optional<Account> account) {
        Quota shown = account.map(exchange.dialect()::shownQuota).orElse(null);
        if (shown == null) {
            return Uni.createFrom().item(account);
        }
        return limiter.peek(shown)
                .invoke(allowance -> exchange.answerWith(exchange.dialect().quotaHeaders(allowance)))
                .replaceWith(account);
    }

    private static Uni<Void> overQuota(Allowance allowance) {
        Failure failure = Failure.retryable(
                Kind.RATE_LIMITED, Integer.toString(allowance.quota().limit()), allowance.resetsIn());
        return Uni.createFrom().failure(failure.toException());
    }

    private static boolean isUnauthenticated(Throwable failure) {
        return failure instanceof FacadeException facade && facade.failure().kind() == Kind.UNAUTHENTICATED;
    }
}

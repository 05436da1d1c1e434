package io.dragoman.admin;

import io.dragoman.edge.RequestHead;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import io.dragoman.limit.Allowance;
import io.dragoman.limit.Quota;
import io.dragoman.limit.RateLimiter;
import io.dragoman.limit.Window;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Lets the operator in by his token, and counts wrong ones per address: past the limit no token is looked at. */
@ApplicationScoped
class AdminGate {

    private static final String SCHEME = "Bearer ";
    private static final String PARAMETER = "access_token";

    private final AdminToken token;
    private final RateLimiter limiter;
    private final AdminConfig config;

    AdminGate(AdminToken token, RateLimiter limiter, AdminConfig config) {
        this.token = token;
        this.limiter = limiter;
        this.config = config;
    }

    /** Fails with UNAUTHENTICATED, RATE_LIMITED, or INVALID for a token where logs would show it. */
    Uni<Void> examine(RequestHead head) {
        Quota quota = new Quota(
                "admin:address:" + head.remoteAddress(),
                config.failures(),
                Window.fromFirstCall(config.failureWindow()));
        return limiter.peek(quota)
                .invoke(AdminGate::refusePastLimit)
                .chain(left -> refusal(head)
                        .map(why -> refuse(quota, why))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Optional<Failure> refusal(RequestHead head) {
        if (isInQuery(head)) {
            return Optional.of(Failure.ofField(
                    Kind.INVALID, "?" + PARAMETER, "the token belongs in the Authorization header alone"));
        }
        return isShown(head) ? Optional.empty() : Optional.of(Failure.of(Kind.UNAUTHENTICATED));
    }

    private Uni<Void> refuse(Quota quota, Failure why) {
        return limiter.take(quota, 1)
                .onItem()
                .failWith(taken -> why.toException())
                .replaceWithVoid();
    }

    /** A header sent twice is none. */
    private boolean isShown(RequestHead head) {
        String header = head.list("Authorization");
        return header != null
                && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && token.is(header.substring(SCHEME.length()).strip());
    }

    private boolean isInQuery(RequestHead head) {
        return head.query().all().stream()
                .anyMatch(param -> param.name().equals(PARAMETER) || token.is(param.value()) || token.is(param.name()));
    }

    private static void refusePastLimit(Allowance allowance) {
        if (allowance.remaining() == 0) {
            throw Failure.retryable(Kind.RATE_LIMITED, "too many wrong tokens", allowance.resetsIn())
                    .toException();
        }
    }
}

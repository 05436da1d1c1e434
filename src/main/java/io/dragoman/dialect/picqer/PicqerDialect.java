package io.dragoman.dialect.picqer;

import io.dragoman.account.ApiKey;
import io.dragoman.account.Credential;
import io.dragoman.account.Principal;
import io.dragoman.edge.Answer;
import io.dragoman.edge.Basic;
import io.dragoman.edge.Claim;
import io.dragoman.edge.Dialect;
import io.dragoman.edge.Hosts;
import io.dragoman.edge.RequestHead;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import io.dragoman.limit.Allowance;
import io.dragoman.limit.Quota;
import io.dragoman.limit.Window;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells Picqer's requests from others', and says failures as Picqer does (picqer.md 2, 6 and 8). */
@Singleton
class PicqerDialect implements Dialect {

    /** Picqer's name in paths, numbers and keys. */
    static final String ID = "picqer";

    private static final String PREFIX = "/api/v1";
    private static final Window MINUTE = new Window(Duration.ofMinutes(1));

    private final PicqerConfig config;
    private final Hosts hosts;
    private final Map<Kind, Answer> failures = new EnumMap<>(Kind.class);

    PicqerDialect(PicqerConfig config, Hosts hosts) {
        this.config = config;
        this.hosts = hosts;
        for (Kind kind : Kind.values()) {
            failures.put(kind, answer(kind));
        }
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Claim claim(RequestHead head) {
        if (hosts.accountName(ID, head.host()) != null) {
            return Claim.BY_HOST;
        }
        if (!head.path().equals(PREFIX) && !head.path().startsWith(PREFIX + "/")) {
            return Claim.NONE;
        }
        return head.basic() == null ? Claim.BY_PATH : Claim.BY_CREDENTIAL;
    }

    /** Refuses whatever would write, and where that is configured requests without a User-Agent (picqer.md 2, 3.5). */
    @Override
    public String route(RequestHead head) {
        if (!head.method().equals("GET") && !head.method().equals("HEAD")) {
            throw Failure.of(Kind.METHOD_NOT_ALLOWED).toException();
        }
        if (config.userAgentRequired() && head.header("User-Agent") == null) {
            throw Failure.ofField(Kind.INVALID, "User-Agent", "missing").toException();
        }
        return head.path();
    }

    /** The key is the Basic user name; whatever stands as password makes no difference (picqer.md 2). */
    @Override
    public @Nullable Credential credential(RequestHead head) {
        Basic basic = head.basic();
        return basic == null ? null : Credential.ofKey(basic.user());
    }

    @Override
    public @Nullable String accountName(RequestHead head) {
        String name = hosts.accountName(ID, head.host());
        return name == null ? Hosts.match(config.accountHost(), head.host()) : name;
    }

    @Override
    public @Nullable Quota quota(Principal principal, RequestHead head) {
        ApiKey key = principal.key();
        if (key == null) {
            return null;
        }
        int limit = key.quota() == null ? config.quota() : key.quota();
        return new Quota(ID + ":key:" + key.id(), limit, MINUTE);
    }

    @Override
    public @Nullable String sameness(RequestHead head) {
        return config.userAgentRequired() ? head.asked("User-Agent") : head.asked();
    }

    @Override
    public Map<String, String> quotaHeaders(Allowance allowance) {
        return Map.of(
                "X-RateLimit-Limit", Integer.toString(allowance.quota().limit()),
                "X-RateLimit-Remaining", Integer.toString(allowance.remaining()));
    }

    @Override
    public Answer render(Failure failure, RequestHead head) {
        return retryLater(Objects.requireNonNull(failures.get(failure.kind())), failure);
    }

    /** What is said of a failure of a kind, but for when to come again. */
    private Answer answer(Kind kind) {
        return switch (kind) {
            case MALFORMED -> PicqerError.answer(400, 22, "No valid JSON");
            case INVALID, DUPLICATE, CONFLICT, STALE, CONDITION_MISSING, PROTECTED ->
                PicqerError.answer(400, 5, "Missing parameters");
            case UNAUTHENTICATED ->
                PicqerError.answer(401, 1, "Login credentials are incorrect")
                        .with("WWW-Authenticate", "Basic realm=\"Picqer\"");
            case FORBIDDEN -> PicqerError.answer(403, 1, "No access to this function");
            case NOT_FOUND -> PicqerError.answer(404, config.notFoundCode(), "Item not found");
            case NO_SUCH_PATH -> PicqerError.answer(404, 8, "Not implemented");
            case METHOD_NOT_ALLOWED ->
                PicqerError.answer(405, 8, "Not implemented").with("Allow", "GET, HEAD");
            case NOT_ACCEPTABLE -> PicqerError.answer(406, 1, "Only JSON is available");
            case BODY_TOO_LARGE -> PicqerError.answer(413, 1, "Request body too large");
            case TARGET_TOO_LONG -> PicqerError.answer(414, 1, "Request address too long");
            case UNSUPPORTED_MEDIA_TYPE -> PicqerError.answer(415, 22, "No valid JSON");
            case RATE_LIMITED -> PicqerError.answer(429, 28, "Rate limit exceeded");
            case HEADERS_TOO_LARGE -> PicqerError.answer(431, 1, "Request headers too large");
            case INTERNAL -> PicqerError.answer(500, 1, "Unknown application error");
            case UNAVAILABLE -> PicqerError.answer(503, 1, "Temporarily unavailable");
        };
    }

    private static Answer retryLater(Answer answer, Failure failure) {
        Duration wait = failure.retryAfter();
        return wait == null
                ? answer
                : answer.with("Retry-After", Long.toString(wait.plusMillis(999).toSeconds()));
    }
}

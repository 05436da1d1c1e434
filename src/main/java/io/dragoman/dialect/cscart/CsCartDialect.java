package io.dragoman.dialect.cscart;

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
import io.dragoman.limit.Quota;
import io.dragoman.limit.Window;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells CS-Cart's requests from others', and says failures as CS-Cart does (cscart.md 1, 2 and 6). */
@Singleton
class CsCartDialect implements Dialect {

    /** CS-Cart's name in paths, numbers and keys. */
    static final String ID = "cscart";

    /** Where a request goes whose body is to be looked at before it is refused. */
    static final String REFUSED = "/refused";

    static final String OPTIONS = "/options";
    static final String PRODUCT = "/product";

    private static final Set<String> PARAMETERS = Set.of("_d");
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "DELETE");
    private static final Window MINUTE = new Window(Duration.ofMinutes(1));

    private final CsCartReleases releases;
    private final CsCartClaims claims;
    private final Hosts hosts;

    CsCartDialect(CsCartReleases releases, CsCartClaims claims, Hosts hosts) {
        this.releases = releases;
        this.claims = claims;
        this.hosts = hosts;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Claim claim(RequestHead head) {
        return claims.of(head);
    }

    /** Above those who claim {@code /api/} whatever is asked for, below those who know whom they claim it from. */
    @Override
    public int priority() {
        return 5;
    }

    /** The product tells its name and version to anybody (cscart.md 3.10). */
    @Override
    public boolean isOpen(RequestHead head) {
        return CsCartClaims.asksForProduct(head);
    }

    /** Media types are judged first, then, where there is no body to be judged before, path and method. */
    @Override
    public String route(RequestHead head) {
        if (isOpen(head)) {
            return PRODUCT;
        }
        refuseMedia(head);
        CsCartPath path = CsCartPath.of(head);
        Failure refusal = path.refusal(head.method(), releases.versions());
        if (refusal == null) {
            return path.route();
        }
        if (head.method().equals("OPTIONS") && releases.answersOptions()) {
            return OPTIONS;
        }
        if (WITH_BODY.contains(head.method())) {
            return REFUSED;
        }
        throw refusal.toException();
    }

    /** E-mail address and key, white space around them dropped (cscart.md 2). */
    @Override
    public @Nullable Credential credential(RequestHead head) {
        Basic basic = head.basic();
        if (basic == null) {
            return null;
        }
        String email = Php.trim(basic.user());
        return email.isEmpty() ? null : new Credential(Php.trim(basic.password()), email);
    }

    @Override
    public @Nullable String accountName(RequestHead head) {
        return hosts.accountName(ID, head.host());
    }

    /** CS-Cart counts nothing; a key that was given a quota all the same has it a minute. */
    @Override
    public @Nullable Quota quota(Principal principal, RequestHead head) {
        ApiKey key = principal.key();
        return key == null || key.quota() == null ? null : new Quota(ID + ":key:" + key.id(), key.quota(), MINUTE);
    }

    @Override
    public @Nullable String sameness(RequestHead head) {
        return head.asked("Accept");
    }

    @Override
    public Set<String> parameters() {
        return PARAMETERS;
    }

    @Override
    public Answer render(Failure failure, RequestHead head) {
        return switch (failure.kind()) {
            case MALFORMED -> bad(CsCartRefusal.ofMalformed(failure));
            case INVALID -> bad(CsCartRefusal.ofInvalid(failure));
            case DUPLICATE -> bad("The username or email you have chosen already exists. Please try another one.");
            case PROTECTED -> bad("Access denied");
            case CONFLICT, STALE, CONDITION_MISSING -> bad(null);
            case UNAUTHENTICATED ->
                error(401, "Unauthorized", null).with("WWW-Authenticate", "Basic realm=\"User email/API key\"");
            case FORBIDDEN -> error(403, "Forbidden", null);
            case NOT_FOUND -> notFound(failure);
            case NO_SUCH_PATH -> error(404, "Not Found", CsCartRefusal.ofMissing(failure));
            case METHOD_NOT_ALLOWED -> error(405, "Method Not Allowed", failure.detail());
            case NOT_ACCEPTABLE -> error(406, "Not Acceptable", null);
            case BODY_TOO_LARGE -> error(413, "Request Entity Too Large", null);
            case TARGET_TOO_LONG -> error(414, "Request-URI Too Long", null);
            case UNSUPPORTED_MEDIA_TYPE -> error(415, "Unsupported Media Type", null);
            case RATE_LIMITED -> retryLater(error(429, "Too Many Requests", null), failure);
            case HEADERS_TOO_LARGE -> error(431, "Request Header Fields Too Large", null);
            case INTERNAL -> error(500, "Internal Server Error", null);
            case UNAVAILABLE -> retryLater(error(503, "Service Unavailable", null), failure);
        };
    }

    private void refuseMedia(RequestHead head) {
        boolean unread = switch (head.method()) {
            case "POST", "PUT" -> !releases.reads(head.method(), CsCartMedia.ofBody(head));
            default -> false;
        };
        if (unread) {
            throw Failure.of(Kind.UNSUPPORTED_MEDIA_TYPE).toException();
        }
        boolean reads = head.method().equals("GET") || head.method().equals("HEAD");
        if (reads && !CsCartMedia.isAcceptable(head.list("Accept"))) {
            throw Failure.of(Kind.NOT_ACCEPTABLE).toException();
        }
    }

    private Answer bad(@Nullable String detail) {
        return error(400, "Bad Request", detail);
    }

    private Answer notFound(Failure failure) {
        String detail = CsCartRefusal.ofMissing(failure);
        return CsCartRefusal.isNoUser(failure)
                ? releases.failed(404, "Not Found", detail)
                : error(404, "Not Found", detail);
    }

    private Answer error(int status, String phrase, @Nullable String detail) {
        return releases.refused(status, phrase, detail);
    }

    private static Answer retryLater(Answer answer, Failure failure) {
        Duration wait = failure.retryAfter();
        return wait == null
                ? answer
                : answer.with("Retry-After", Long.toString(wait.plusMillis(999).toSeconds()));
    }
}

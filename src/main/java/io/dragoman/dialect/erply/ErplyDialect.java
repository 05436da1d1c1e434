package io.dragoman.dialect.erply;

import io.dragoman.account.Account;
import io.dragoman.account.Credential;
import io.dragoman.account.Principal;
import io.dragoman.edge.Answer;
import io.dragoman.edge.Claim;
import io.dragoman.edge.Dialect;
import io.dragoman.edge.Hosts;
import io.dragoman.edge.Params;
import io.dragoman.edge.RequestHead;
import io.dragoman.failure.Failure;
import io.dragoman.limit.Quota;
import io.dragoman.limit.Window;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Tells Erply's requests from others', and says the failures that no call has answered (erply.md 1 and 6). */
@Singleton
class ErplyDialect implements Dialect {

    /** Erply's name in paths, numbers and sessions. */
    static final String ID = "erply";

    static final String API = "/api";

    /** Where the reads of the Account Administration API stand. */
    static final String V1 = "/v1/";

    private static final Window HOUR = new Window(Duration.ofHours(1));

    private final ErplyConfig config;
    private final Hosts hosts;
    private final ErplyEnvelope envelope;

    ErplyDialect(ErplyConfig config, Hosts hosts, ErplyEnvelope envelope) {
        this.config = config;
        this.hosts = hosts;
        this.envelope = envelope;
    }

    @Override
    public String id() {
        return ID;
    }

    /** The one endpoint, unless it is read with a version and no client code, and what begins with /v1/user. */
    @Override
    public Claim claim(RequestHead head) {
        if (hosts.accountName(ID, head.host()) != null) {
            return Claim.BY_HOST;
        }
        if (isApi(head)) {
            boolean others = !head.method().equals("POST")
                    && head.query().has("version")
                    && !head.query().has("clientCode");
            return others ? Claim.NONE : Claim.BY_PATH;
        }
        return head.path().startsWith(V1 + "user") ? Claim.BY_PATH : Claim.NONE;
    }

    @Override
    public String route(RequestHead head) {
        return isApi(head) ? API : head.path();
    }

    /** The credential is in the form. */
    @Override
    public boolean admittedByHead() {
        return false;
    }

    @Override
    public @Nullable Credential credential(RequestHead head) {
        return null;
    }

    /** The client code a host begins with; a host without a part for it names no account. */
    @Override
    public @Nullable String accountName(RequestHead head) {
        String name = hosts.accountName(ID, head.host());
        return name == null || name.equals(head.host()) ? null : name;
    }

    @Override
    public Quota quota(Principal principal, RequestHead head) {
        return quota(principal.account());
    }

    /** Calls a clock hour of all of an account's clients together. */
    Quota quota(Account account) {
        Integer own = account.quotaIn(ID);
        return new Quota(ID + ":account:" + account.id().value(), own == null ? config.quota() : own, HOUR);
    }

    @Override
    public Answer render(Failure failure, RequestHead head) {
        if (!isApi(head)) {
            return envelope.allow(V1Error.answer(failure));
        }
        return switch (failure.kind()) {
            case METHOD_NOT_ALLOWED -> envelope.allow(methodNotAllowed());
            case MALFORMED -> refused(failure, head, 400);
            case INVALID,
                    DUPLICATE,
                    UNAUTHENTICATED,
                    FORBIDDEN,
                    PROTECTED,
                    NOT_FOUND,
                    NO_SUCH_PATH,
                    NOT_ACCEPTABLE,
                    UNSUPPORTED_MEDIA_TYPE,
                    CONFLICT,
                    STALE,
                    CONDITION_MISSING,
                    BODY_TOO_LARGE,
                    TARGET_TOO_LONG,
                    HEADERS_TOO_LARGE,
                    RATE_LIMITED,
                    UNAVAILABLE,
                    INTERNAL -> refused(failure, head, 200);
        };
    }

    /** Without a word, as there is nothing to say it in (erply.md 7.4). */
    static Answer methodNotAllowed() {
        return Answer.of(405, ReplyFormat.JSON_TYPE, "").with("Allow", "GET, POST");
    }

    /** The body was not read, so the query alone says how to answer; 400 is kept for what is no HTTP. */
    private Answer refused(Failure failure, RequestHead head, int status) {
        ErplyParams params = ErplyParams.of(head.query(), Params.NONE);
        return envelope.answer(
                status, ReplyFormat.of(params), envelope.refused(params, Refusal.of(failure), envelope.begin()));
    }

    private static boolean isApi(RequestHead head) {
        return head.path().equals(API) || head.path().equals(API + "/");
    }
}

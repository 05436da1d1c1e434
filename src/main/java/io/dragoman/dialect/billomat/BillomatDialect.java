package io.dragoman.dialect.billomat;

import io.dragoman.account.Account;
import io.dragoman.account.ApiKey;
import io.dragoman.account.App;
import io.dragoman.account.AppCredential;
import io.dragoman.account.Credential;
import io.dragoman.account.Principal;
import io.dragoman.edge.Answer;
import io.dragoman.edge.Claim;
import io.dragoman.edge.Dialect;
import io.dragoman.edge.Hosts;
import io.dragoman.edge.RequestHead;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import io.dragoman.limit.Allowance;
import io.dragoman.limit.Quota;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells Billomat's requests from others', and who sent them (billomat.md 1 and 2). */
@Singleton
class BillomatDialect implements Dialect {

    /** Billomat's name in paths, numbers and keys. */
    static final String ID = "billomat";

    private static final String KEY_HEADER = "X-BillomatApiKey";
    private static final String KEY_PARAMETER = "api_key";
    private static final Set<String> PARAMETERS = Set.of(KEY_PARAMETER, "format", "jsonp");

    private final BillomatConfig config;
    private final BillomatQuotas quotas;
    private final BillomatErrors errors;
    private final Hosts hosts;

    BillomatDialect(BillomatConfig config, BillomatQuotas quotas, BillomatErrors errors, Hosts hosts) {
        this.config = config;
        this.quotas = quotas;
        this.errors = errors;
        this.hosts = hosts;
    }

    @Override
    public String id() {
        return ID;
    }

    /** People's paths are claimed from those who ask for XML alone: who asks for nothing may be another API's client. */
    @Override
    public Claim claim(RequestHead head) {
        if (hosts.accountName(ID, head.host()) != null) {
            return Claim.BY_HOST;
        }
        if (head.header(KEY_HEADER) != null || head.query().has(KEY_PARAMETER)) {
            return Claim.BY_CREDENTIAL;
        }
        BillomatPath path = BillomatPath.of(head.path());
        if (path == null) {
            return Claim.NONE;
        }
        return path.isOfUsers() && !Format.asksForXml(head) ? Claim.NONE : Claim.BY_PATH;
    }

    /** Before others that claim people's paths whatever is asked for. */
    @Override
    public int priority() {
        return 10;
    }

    @Override
    public String route(RequestHead head) {
        BillomatPath path = BillomatPath.of(head.path());
        if (path == null) {
            throw Failure.of(Kind.NO_SUCH_PATH).toException();
        }
        if (!path.allows(head.method())) {
            throw Failure.of(Kind.METHOD_NOT_ALLOWED).toException();
        }
        if (config.jsonp() && Jsonp.isRefused(head)) {
            throw Failure.ofField(Kind.INVALID, "jsonp", "no name of a function")
                    .toException();
        }
        return BillomatPath.withoutSlash(head.path());
    }

    @Override
    public @Nullable Credential credential(RequestHead head) {
        String key = head.header(KEY_HEADER);
        String shown = key == null || key.isEmpty() ? head.query().last(KEY_PARAMETER) : key;
        return shown == null ? null : Credential.ofKey(shown);
    }

    /** Empty headers, as some clients always send them, are none. */
    @Override
    public @Nullable AppCredential app(RequestHead head) {
        String id = head.header("X-AppId");
        String secret = head.header("X-AppSecret");
        return id == null || secret == null || id.isEmpty() || secret.isEmpty() ? null : new AppCredential(id, secret);
    }

    @Override
    public @Nullable String accountName(RequestHead head) {
        return hosts.accountName(ID, head.host());
    }

    @Override
    public Quota quota(Principal principal, RequestHead head) {
        App app = principal.app();
        if (app != null) {
            return quotas.of(principal.account(), app);
        }
        ApiKey key = principal.key();
        Integer own = key == null ? null : key.quota();
        return key == null || own == null ? quotas.of(principal.account()) : quotas.of(key, own);
    }

    @Override
    public Quota shownQuota(Account account) {
        return quotas.of(account);
    }

    /** A key in the query is a secret. */
    @Override
    public @Nullable String sameness(RequestHead head) {
        return head.query().has(KEY_PARAMETER) ? null : head.asked("Accept");
    }

    @Override
    public Map<String, String> quotaHeaders(Allowance allowance) {
        return Map.of(
                "X-Rate-Limit-Remaining", Integer.toString(allowance.remaining()),
                "X-Rate-Limit-Reset", Long.toString(allowance.reset().getEpochSecond()));
    }

    @Override
    public Set<String> parameters() {
        return PARAMETERS;
    }

    @Override
    public Failure unknownAccount() {
        return Failure.of(Kind.NO_SUCH_PATH);
    }

    @Override
    public Answer render(Failure failure, RequestHead head) {
        return errors.render(failure, head);
    }
}

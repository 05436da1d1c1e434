package io.dragoman.dialect.billomat;

import io.dragoman.account.Account;
import io.dragoman.account.ApiKey;
import io.dragoman.account.App;
import io.dragoman.limit.Quota;
import io.dragoman.limit.Window;
import jakarta.inject.Singleton;
import java.time.Duration;

/** What calls are counted against: a key, an application or an account, each clock quarter of an hour anew (6). */
@Singleton
class BillomatQuotas {

    static final Window QUARTER = new Window(Duration.ofMinutes(15));

    private final BillomatConfig config;

    BillomatQuotas(BillomatConfig config) {
        this.config = config;
    }

    /** What all callers of an account share who have nothing of their own. */
    Quota of(Account account) {
        Integer own = account.quotaIn(BillomatDialect.ID);
        return quota("account:" + account.id().value(), own == null ? config.quota() : own);
    }

    /** What a registered application has in an account. */
    Quota of(Account account, App app) {
        Integer own = app.quota();
        return quota("app:" + account.id().value() + ":" + app.id(), own == null ? config.registeredQuota() : own);
    }

    /** What a key has for itself. */
    Quota of(ApiKey key, int own) {
        return quota("key:" + key.id(), own);
    }

    private static Quota quota(String bucket, int limit) {
        return new Quota(BillomatDialect.ID + ":" + bucket, limit, QUARTER);
    }
}

package io.dragoman.dialect.erply;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.account.Account;
import io.dragoman.account.AccountStore;
import io.dragoman.limit.Quota;
import io.dragoman.limit.RateLimiter;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The calls an account has in an hour, counted on initech's five (erply.md 6, decisions). */
@QuarkusTest
class ErplyQuotaTest {

    private static final String INITECH = "300003";

    @Inject
    AccountStore accounts;

    @Inject
    ErplyDialect dialect;

    @Inject
    RateLimiter limiter;

    @BeforeEach
    @AfterEach
    void beginAnew() {
        limiter.peek(quota()).chain(left -> limiter.giveBack(left, 5)).await().indefinitely();
    }

    @Test
    void past_the_quota_every_call_is_refused_without_headers() {
        for (int i = 0; i < 5; i++) {
            assertThat(code()).isZero();
        }

        Answered refused = Erply.send(INITECH, "getServiceEndpoints");

        assertThat(refused.statusCode()).isEqualTo(200);
        assertThat(Erply.refusal(Erply.json(refused))).isEqualTo("1002 null");
        assertThat(refused.has("Retry-After")).isFalse();
    }

    @Test
    void calls_that_are_none_count_too_and_are_refused_for_what_they_are() {
        for (int i = 0; i < 7; i++) {
            assertThat(Erply.code(Erply.call(INITECH, "noSuchCall"))).isEqualTo(1005);
        }

        assertThat(code()).isEqualTo(1002);
    }

    @Test
    void a_bulk_counts_its_calls_and_is_refused_whole() {
        String endpoints = "{\"requestName\":\"getServiceEndpoints\"}";
        Erply.bulk(INITECH, "", "[" + endpoints + "," + endpoints + "," + endpoints + "]");

        assertThat(Erply.code(Erply.bulk(INITECH, "", "[" + endpoints + "," + endpoints + "," + endpoints + "]")))
                .isEqualTo(1002);
        assertThat(code()).isZero();
        assertThat(code()).isZero();
        assertThat(code()).isEqualTo(1002);
    }

    private static int code() {
        return Erply.code(Erply.call(INITECH, "getServiceEndpoints"));
    }

    private Quota quota() {
        Account initech =
                accounts.byName("erply", INITECH).await().indefinitely().orElseThrow();
        return dialect.quota(initech);
    }
}

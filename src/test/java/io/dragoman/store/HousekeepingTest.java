package io.dragoman.store;

import static io.dragoman.store.Tenants.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(HousekeepingTest.SmallBatches.class)
class HousekeepingTest {

    @Inject
    Housekeeping housekeeping;

    @Inject
    Tenants tenants;

    Tenant tenant;

    @BeforeEach
    void makeAccount() {
        tenant = tenants.create();
    }

    @Test
    void receipts_are_kept_for_a_day() {
        for (int hours : new int[] {1, 23, 25, 30, 40}) {
            tenants.sql(
                    "insert into idempotency (account_id, person_id, system, key, part, digest, at)"
                            + " values ($1, gen_random_uuid(), 'cscart', 'k', 0, '', now() - $2 * interval '1 hour')",
                    tenant.account().value(),
                    hours);
        }

        await(housekeeping.tidy());

        assertThat(tenants.count(
                        "select count(*) from idempotency where account_id = $1",
                        tenant.account().value()))
                .isEqualTo(2);
    }

    @Test
    void changes_are_known_for_400_days() {
        for (int days : new int[] {0, 399, 401, 402, 500}) {
            tenants.sql(
                    "insert into change_log (account_id, at, actor, system, subject, subject_id, action)"
                            + " values ($1, now() - $2 * interval '1 day', 'a', 'cscart', 'old', gen_random_uuid(), 'change')",
                    tenant.account().value(),
                    days);
        }

        await(housekeeping.tidy());

        assertThat(tenants.count(
                        "select count(*) from change_log where account_id = $1 and subject = 'old'",
                        tenant.account().value()))
                .isEqualTo(2);
    }

    public static final class SmallBatches implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("dragoman.housekeeping.batch", "2");
        }
    }
}

package io.dragoman.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What stands in a line, and what becomes of lines nobody writes in time. */
class AccessTest {

    private static final Access REQUEST = new Access(
            "r-1",
            "d",
            "Big\nCorp x=1",
            "users.list",
            "GET",
            200,
            Outcome.SUCCESS,
            1_002_345,
            3,
            4,
            "192.0.2.1",
            "t-1");

    @Test
    void a_name_cannot_forge_a_line_or_a_field() {
        assertThat(REQUEST.fields()).containsEntry("account", "Big_Corp_x_1");
    }

    @Test
    void a_line_is_all_fields_in_order() {
        assertThat(REQUEST.line())
                .isEqualTo("dialect=d account=Big_Corp_x_1 operation=users.list method=GET status=200"
                        + " outcome=success durationMs=1.002 bytesIn=3 bytesOut=4 address=192.0.2.1 traceId=t-1");
    }

    @Test
    void a_record_has_the_fields_for_who_asks_for_them() {
        AccessRecord entry = new AccessRecord(REQUEST, Instant.EPOCH);

        assertThat(entry.getMdc(RequestIds.FIELD)).isEqualTo("r-1");
        assertThat(entry.getMdc("operation")).isEqualTo("users.list");
        assertThat(entry.getMdc("other")).isNull();
        assertThat(entry.getMdcCopy()).containsEntry("requestId", "r-1").containsEntry("status", "200");
        assertThat(entry.getMessage()).isEqualTo(REQUEST.line());
        assertThat(entry.getInstant()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void lines_past_the_bound_are_dropped_and_counted() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        AccessLog log = new AccessLog(new Bounded(2), registry);

        for (int i = 0; i < 5; i++) {
            log.write(REQUEST);
        }

        assertThat(registry.get("dragoman.access.dropped").counter().count()).isEqualTo(3);
    }

    private record Bounded(int queue) implements LogConfig {

        @Override
        public boolean json() {
            return false;
        }

        @Override
        public boolean addresses() {
            return false;
        }
    }
}

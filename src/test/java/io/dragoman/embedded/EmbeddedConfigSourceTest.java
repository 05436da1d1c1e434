package io.dragoman.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EmbeddedConfigSourceTest {

    private final AtomicInteger starts = new AtomicInteger();
    private final EmbeddedConfigSource source = new EmbeddedConfigSource(DatabaseChoice.EMBEDDED, this::start);

    @Test
    void it_answers_the_address_of_the_started_server() {
        assertThat(source.getValue("dragoman.db.url")).isEqualTo("postgresql://127.0.0.1:4711/dragoman");
        assertThat(source.getValue("dragoman.db.username")).isEqualTo("dragoman");
        assertThat(source.getValue("dragoman.db.password")).isEqualTo("secret");
    }

    @Test
    void it_lists_no_name() {
        assertThat(source.getPropertyNames()).isEmpty();
        assertThat(source.getProperties()).isEmpty();
        assertThat(starts).hasValue(0);
    }

    @Test
    void any_other_key_starts_nothing() {
        assertThat(source.getValue("dragoman.embedded.active")).isEqualTo("true");
        assertThat(source.getValue("dragoman.embedded.dir")).isNull();
        assertThat(source.getValue("quarkus.datasource.jdbc.url")).isNull();
        assertThat(starts).hasValue(0);
    }

    @Test
    void with_an_external_database_no_key_starts_anything() {
        EmbeddedConfigSource external = new EmbeddedConfigSource(DatabaseChoice.EXTERNAL, this::start);

        assertThat(external.getValue("dragoman.embedded.active")).isEqualTo("false");
        assertThat(external.getValue("dragoman.db.url")).isNull();
        assertThat(external.getValue("dragoman.db.username")).isNull();
        assertThat(external.getValue("dragoman.db.password")).isNull();
        assertThat(starts).hasValue(0);
    }

    @Test
    void a_failure_is_told_once() {
        EmbeddedConfigSource broken = new EmbeddedConfigSource(DatabaseChoice.EMBEDDED, EmbeddedConfigSourceTest::fail);

        assertThatThrownBy(() -> broken.getValue("dragoman.db.username")).hasMessage("no space");
        assertThat(broken.getValue("dragoman.db.url")).isEqualTo("postgresql://127.0.0.1:0/dragoman");
    }

    @Test
    void an_address_for_jdbc_alone_is_refused_with_the_key_to_set() {
        EmbeddedConfigSource refusing = new EmbeddedConfigSource(DatabaseChoice.JDBC_ONLY, this::start);

        assertThatThrownBy(() -> refusing.getValue("dragoman.db.url"))
                .hasMessage("quarkus.datasource.jdbc.url alone names no database for the application: set"
                        + " dragoman.db.url (postgresql://host:port/database) instead, it serves the migration too");
        assertThat(refusing.getValue("dragoman.embedded.active")).isEqualTo("false");
        assertThat(starts).hasValue(0);
    }

    private Access start() {
        starts.incrementAndGet();
        return new Access(4711, "secret");
    }

    private static Access fail() {
        throw new EmbeddedPostgresException("no space");
    }
}

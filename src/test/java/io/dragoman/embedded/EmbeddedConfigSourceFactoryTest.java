package io.dragoman.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedConfigSourceFactoryTest {

    @TempDir
    Path temp;

    @Test
    void it_is_registered() {
        assertThat(ServiceLoader.load(ConfigSourceFactory.class))
                .hasAtLeastOneElementOfType(EmbeddedConfigSourceFactory.class);
    }

    @Test
    void nothing_starts_while_nobody_asks_for_the_address() throws IOException {
        SmallRyeConfig config = config(Map.of());

        assertThat(config.getValue("dragoman.embedded.active", boolean.class)).isTrue();
        // Its names can be walked over only once.
        Set<String> names = new HashSet<>();
        config.getPropertyNames().forEach(names::add);
        assertThat(names)
                .contains("quarkus.datasource.reactive.url")
                .doesNotContain("dragoman.db.url", "dragoman.embedded.active");
        assertThat(home()).doesNotExist();
    }

    @Test
    void an_address_of_the_operators_is_used_for_both_drivers() throws IOException {
        SmallRyeConfig config = config(Map.of("dragoman.db.url", "postgresql://db/people"));

        assertThat(config.getValue("quarkus.datasource.reactive.url", String.class))
                .isEqualTo("postgresql://db/people");
        assertThat(config.getValue("quarkus.datasource.jdbc.url", String.class))
                .isEqualTo("jdbc:postgresql://db/people");
        assertThat(config.getOptionalValue("quarkus.datasource.password", String.class))
                .isEmpty();
        assertThat(config.getValue("dragoman.embedded.active", boolean.class)).isFalse();
        assertThat(home()).doesNotExist();
    }

    @Test
    void an_address_under_the_frameworks_own_key_counts_too() throws IOException {
        SmallRyeConfig config = config(Map.of("quarkus.datasource.reactive.url", "postgresql://db/people"));

        assertThat(config.getValue("quarkus.datasource.jdbc.url", String.class))
                .isEqualTo("jdbc:postgresql://db/people");
        assertThat(config.getValue("dragoman.embedded.active", boolean.class)).isFalse();
        assertThat(home()).doesNotExist();
    }

    @Test
    void an_address_for_jdbc_alone_is_refused() throws IOException {
        SmallRyeConfig config = config(Map.of("quarkus.datasource.jdbc.url", "jdbc:postgresql://db/people"));

        assertThatThrownBy(() -> config.getValue("quarkus.datasource.reactive.url", String.class))
                .hasMessageContaining("set dragoman.db.url");
        assertThat(home()).doesNotExist();
    }

    @Test
    void an_empty_address_is_none() throws IOException {
        SmallRyeConfig config = config(Map.of("dragoman.db.url", ""));

        assertThat(config.getValue("dragoman.embedded.active", boolean.class)).isTrue();
    }

    private SmallRyeConfig config(Map<String, String> operators) throws IOException {
        Map<String, String> properties = new HashMap<>(operators);
        properties.put("dragoman.embedded.dir", home().toString());
        URL defaults = Objects.requireNonNull(getClass().getResource("/application.properties"));
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(
                        new PropertiesConfigSource(defaults, 250),
                        new PropertiesConfigSource(properties, "operator", 300))
                .withSources(new EmbeddedConfigSourceFactory())
                .build();
    }

    private Path home() {
        return temp.resolve("data");
    }
}

package io.dragoman.embedded;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import java.util.List;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Decides from the configuration which database is meant; called during the build too, so it starts nothing. */
public final class EmbeddedConfigSourceFactory implements ConfigSourceFactory {

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        Settings settings = Settings.from(context);
        return List.of(
                new EmbeddedConfigSource(DatabaseChoice.from(context), () -> new EmbeddedPostgres(settings).running()));
    }
}

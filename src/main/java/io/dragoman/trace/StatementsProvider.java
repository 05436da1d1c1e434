package io.dragoman.trace;

import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.spi.VertxServiceProvider;
import org.eclipse.microprofile.config.ConfigProvider;

/** Has Vert.x tell of statements where requests are traced; otherwise Vert.x has nobody to tell and does not ask. */
public final class StatementsProvider implements VertxServiceProvider {

    @Override
    public void init(VertxBuilder builder) {
        ConfigProvider.getConfig()
                .getOptionalValue("dragoman.traces.endpoint", String.class)
                .filter(endpoint -> !endpoint.isBlank())
                .ifPresent(endpoint -> builder.tracer(new Statements()));
    }
}

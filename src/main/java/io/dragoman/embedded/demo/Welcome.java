package io.dragoman.embedded.demo;

import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import org.jboss.logging.Logger;

/** Tells whoever has started the facade with demo data how to see something of it. */
@ApplicationScoped
class Welcome {

    private static final Logger LOG = Logger.getLogger(Welcome.class);

    private final DemoStart start;
    private final HttpServer server;

    Welcome(DemoStart start, HttpServer server) {
        this.start = start;
        this.server = server;
    }

    void onHttpServerStart(@ObservesAsync HttpServerStart started) {
        if (start.hasDemoData()) {
            LOG.info("This directory holds demo data: its keys and passwords are public, so keep it to yourself");
            LOG.infof("Listening on port %d; for example:", server.getPort());
            LOG.infof("  curl -u acme-picqer-key: http://localhost:%d/api/v1/users/423", server.getPort());
        }
    }
}

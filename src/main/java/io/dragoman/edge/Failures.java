package io.dragoman.edge;

import io.dragoman.failure.FacadeException;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import jakarta.ws.rs.WebApplicationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** Finds the {@link Failure} in whatever was thrown. */
public final class Failures {

    private static final Logger LOG = Logger.getLogger(Failures.class);

    private Failures() {}

    /** The failure of a request; a fault of the facade itself is logged, a refusal is not. */
    public static Failure of(Throwable thrown) {
        if (thrown instanceof FacadeException facade) {
            return facade.failure();
        }
        if (thrown instanceof CompletionException && thrown.getCause() != null) {
            return of(thrown.getCause());
        }
        if (thrown instanceof WebApplicationException web && web.getResponse().getStatus() < 500) {
            return Failure.of(ofStatus(web.getResponse().getStatus()));
        }
        if (thrown instanceof TimeoutException) {
            return Failure.of(Kind.UNAVAILABLE, "timed out");
        }
        LOG.error("A request met a fault of the facade", thrown);
        return Failure.of(Kind.INTERNAL);
    }

    /** The kind of a failure that HTTP machinery below the dialects has given a status. */
    static Kind ofStatus(int status) {
        return switch (status) {
            case 401 -> Kind.UNAUTHENTICATED;
            case 403 -> Kind.FORBIDDEN;
            case 404 -> Kind.NO_SUCH_PATH;
            case 405 -> Kind.METHOD_NOT_ALLOWED;
            case 406 -> Kind.NOT_ACCEPTABLE;
            case 413 -> Kind.BODY_TOO_LARGE;
            case 414 -> Kind.TARGET_TOO_LONG;
            case 415 -> Kind.UNSUPPORTED_MEDIA_TYPE;
            case 429 -> Kind.RATE_LIMITED;
            case 431 -> Kind.HEADERS_TOO_LARGE;
            case 503 -> Kind.UNAVAILABLE;
            default -> status < 500 ? Kind.MALFORMED : Kind.INTERNAL;
        };
    }
}

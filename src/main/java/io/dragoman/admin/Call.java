package io.dragoman.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.edge.Exchange;
import io.dragoman.edge.RequestHead;
import io.dragoman.failure.FacadeException;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import io.dragoman.operator.Operator;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One request of the operator's: who he is, what he sent and which version he speaks of. */
record Call(Exchange exchange, Operator operator) {

    private static final String OPERATOR = "X-Operator";
    private static final Set<String> JSON = Set.of(AdminJson.TYPE);
    private static final Set<String> MERGE = Set.of(AdminJson.TYPE, "application/merge-patch+json");

    /** Throws INVALID for an operator's name that cannot be one. */
    static Call of(RoutingContext context) {
        Exchange exchange = Exchange.of(context);
        String name = exchange.head().header(OPERATOR);
        if (name != null && !Operator.isName(name)) {
            throw Failure.ofField(Kind.INVALID, ":" + OPERATOR, "not 1 to 64 printable ASCII characters")
                    .toException();
        }
        return new Call(exchange, name == null ? Operator.UNNAMED : new Operator(name));
    }

    RequestHead head() {
        return exchange.head();
    }

    @Nullable
    String parameter(String name) {
        return head().query().last(name);
    }

    /** The body of a request that makes or replaces something. */
    JsonNode json(AdminConfig config) {
        return body(config, JSON);
    }

    /** The body of a request that changes something: a merge patch (RFC 7396). */
    JsonNode patch(AdminConfig config) {
        return body(config, MERGE);
    }

    @Nullable
    String ifMatch() {
        return head().list("If-Match");
    }

    /** Throws CONDITION_MISSING where a change must say what it is of and does not. */
    void requireCondition(AdminConfig config) {
        if (config.requireIfMatch() && ifMatch() == null) {
            throw Failure.of(Kind.CONDITION_MISSING).toException();
        }
    }

    /** The key in a path. Throws NOT_FOUND for what can be none. */
    static UUID uuid(String segment) {
        try {
            UUID uuid = UUID.fromString(segment);
            if (uuid.toString().equals(segment.toLowerCase(Locale.ROOT))) {
                return uuid;
            }
        } catch (IllegalArgumentException notOne) {
            throw notFound();
        }
        throw notFound();
    }

    /** The number in a path. Throws NOT_FOUND for what is none. */
    static long number(String segment) {
        if (segment.isEmpty() || segment.length() > 18 || !segment.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw notFound();
        }
        return Long.parseLong(segment);
    }

    static FacadeException notFound() {
        return Failure.of(Kind.NOT_FOUND).toException();
    }

    private JsonNode body(AdminConfig config, Set<String> types) {
        String type = head().header("Content-Type");
        if (type == null || !types.contains(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))) {
            throw Failure.of(Kind.UNSUPPORTED_MEDIA_TYPE, String.join(" or ", types))
                    .toException();
        }
        if (exchange.body().length > config.maxBody().asLongValue()) {
            throw Failure.of(Kind.BODY_TOO_LARGE).toException();
        }
        return AdminJson.tree(exchange.body());
    }
}

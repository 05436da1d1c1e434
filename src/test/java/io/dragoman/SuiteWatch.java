package io.dragoman;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keeps what the facade of a test shows in its metrics, and the credentials it is shown, for {@link CanaryIT}. */
@ApplicationScoped
class SuiteWatch {

    /** What cannot be taken for an ordinary word. */
    private static final Pattern SECRET = Pattern.compile("(?=.*[-0-9@])[A-Za-z0-9]+(?:[-_.@][A-Za-z0-9]+)*");

    private static final Pattern IN_QUERY =
            Pattern.compile("(?:api_key|sessionKey|password|cardCode|jwt)=([^&]+)", Pattern.CASE_INSENSITIVE);

    private static final List<String> HEADERS =
            List.of("X-BillomatApiKey", "X-AppSecret", "sessionKey", "X-Erply-Session-Key", "jwt");

    private final MeterRegistry registry;
    private final Set<String> secrets = ConcurrentHashMap.newKeySet();

    SuiteWatch(MeterRegistry registry) {
        this.registry = registry;
    }

    void watch(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::note);
    }

    void end(@Observes ShutdownEvent stopped) {
        SuiteFiles.METRICS.add(
                registry.getMeters().stream().map(meter -> meter.getId() + "\n").collect(Collectors.joining()));
        SuiteFiles.SECRETS.add(String.join("\n", secrets) + "\n");
    }

    private void note(RoutingContext context) {
        credentials(context.request()).filter(SuiteWatch::isSecret).forEach(secrets::add);
        context.next();
    }

    private static boolean isSecret(String text) {
        return text.length() >= 12
                && text.length() <= 200
                && SECRET.matcher(text).matches();
    }

    private static Stream<String> credentials(HttpServerRequest request) {
        return Stream.of(
                        request.headers().getAll("Authorization").stream().flatMap(SuiteWatch::ofAuthorization),
                        HEADERS.stream().flatMap(name -> request.headers().getAll(name).stream()),
                        IN_QUERY.matcher(String.valueOf(request.query()))
                                .results()
                                .map(found -> found.group(1)))
                .flatMap(texts -> texts);
    }

    private static Stream<String> ofAuthorization(String value) {
        String credential = value.substring(value.indexOf(' ') + 1).strip();
        try {
            String decoded = new String(Base64.getDecoder().decode(credential), StandardCharsets.UTF_8);
            return Stream.concat(Stream.of(credential), Stream.of(decoded.split(":", 2)));
        } catch (IllegalArgumentException e) {
            return Stream.of(credential); // a token, or nonsense
        }
    }
}

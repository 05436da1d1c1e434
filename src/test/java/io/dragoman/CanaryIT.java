package io.dragoman;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No secret and no e-mail address reaches those who read logs, metrics or traces. */
class CanaryIT {

    private static final Pattern SESSION = Pattern.compile("\"(?:sessionKey|identityToken|jwt|token)\":\"([^\"]+)\"");
    private static final String PASSWORD = "Canary-Password-77";
    private static final String PIN = "904713558";

    private final List<String> secrets =
            new ArrayList<>(List.of(PASSWORD, PIN, "canary-wrong-key", "canary-wrong-password", "canary@shop.example"));

    @ParameterizedTest
    @EnumSource(
            value = SuiteFiles.class,
            names = {"LOG", "METRICS", "TRACES"})
    void none_in_what_the_whole_suite_left_behind(SuiteFiles left) {
        Set<String> shown = SuiteFiles.SECRETS.text().lines().collect(Collectors.toSet());
        String text = left.text();

        assertThat(shown).as("what the tests that ran before have shown").contains("acme-picqer-key");
        assertThat(text).as("what they left behind").contains("picqer", "users.get");
        assertThat(Leaks.of(suites()).in(text.lines())).isEmpty();
        assertThat(Leaks.amongWords(shown, text.lines())).isEmpty();
    }

    @Test
    void none_after_a_load_of_all_dialects(@TempDir Path folder) throws Exception {
        secrets.addAll(suites());
        try (Collector collector = Collector.start()) {
            FacadeProcess facade = FacadeProcess.start(
                    folder.resolve("data"),
                    "-Ddragoman.log.json=true",
                    "-Dquarkus.log.category.\"io.dragoman\".level=DEBUG",
                    "-Ddragoman.traces.endpoint=" + collector.endpoint());
            String metrics;
            try (facade) {
                load(facade);
                metrics = openMetrics(facade);
            }
            String log = facade.log();
            Leaks leaks = Leaks.of(secrets);
            assertThat(leaks.in(log.lines())).isEmpty();
            assertThat(leaks.in(metrics)).isEmpty();
            assertThat(metrics).containsPattern("dragoman_requests_seconds_bucket.* # \\{.*trace_id=\"[0-9a-f]{32}\"");
            assertThat(Leaks.anywhere(secrets).in(collector.text())).isEmpty();
            assertThat(List.of(log, metrics, collector.text()))
                    .allSatisfy(text ->
                            assertThat(text).contains("users.list", "verifyUser", "users.create", "roles.list"));
            // The greeting of the demo data shows a path on purpose.
            assertThat(log.lines()
                            .filter(line -> !line.contains("embedded.demo.Welcome"))
                            .collect(joining("\n")))
                    .contains("\"mdc\":{", "\"dialect\":\"cscart\"", "\"account\":\"acme\"", "\"traceId\":\"")
                    .doesNotContain("/api/users", "/api/v1");
            assertThat(collector.text())
                    .contains("picqer users.get", "erply saveUser", "billomat users.list", "SELECT", "db.query.text")
                    .doesNotContain("/api/users", "/api/v1");
        }
    }

    /** As Prometheus asks for them: the other format has no room for trace ids. */
    private static String openMetrics(FacadeProcess facade) throws IOException, InterruptedException {
        return facade.send(HttpRequest.newBuilder(facade.managementUri("/q/metrics"))
                        .header("Accept", "application/openmetrics-text;version=1.0.0,*/*;q=0.1"))
                .body();
    }

    private static List<String> suites() {
        return Stream.concat(Leaks.OF_THE_DEMO.stream(), Leaks.ADDRESSES.stream())
                .toList();
    }

    private void load(FacadeProcess facade) throws IOException, InterruptedException {
        picqer(facade);
        billomat(facade);
        cscart(facade);
        erply(facade);
    }

    private static void picqer(FacadeProcess facade) throws IOException, InterruptedException {
        for (String key : List.of("acme-picqer-key", "globex-picqer-key", "acme-revoked-key", "canary-wrong-key")) {
            for (String path : List.of("/api/v1/users", "/api/v1/users/423", "/api/v1/users/me", "/api/v1/nosuch")) {
                facade.send(HttpRequest.newBuilder(facade.uri(path)).header("Authorization", basic(key, "x")));
            }
        }
    }

    private static void billomat(FacadeProcess facade) throws IOException, InterruptedException {
        for (String key : List.of("acme-billomat-key", "canary-wrong-key")) {
            for (String path : List.of("users?email=info%40example.com&", "users/1/avatar?", "roles?", "nosuch?")) {
                facade.send(HttpRequest.newBuilder(facade.uri("/api/" + path + "api_key=" + key)));
                facade.send(HttpRequest.newBuilder(facade.uri("/api/" + path)).header("X-BillomatApiKey", key));
            }
        }
        facade.send(HttpRequest.newBuilder(facade.uri("/api/roles?api_key=acme-billomat-key"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"role\":{\"name\":\"canary@shop.example\"")));
    }

    private static void cscart(FacadeProcess facade) throws IOException, InterruptedException {
        String admin = basic("admin@example.com", "acme-cscart-key");
        URI users = facade.uri("/api/users");
        facade.send(HttpRequest.newBuilder(users).header("Authorization", admin));
        facade.send(
                HttpRequest.newBuilder(users).header("Authorization", basic("info@example.com", "canary-wrong-key")));
        for (int twice = 0; twice < 2; twice++) {
            facade.send(HttpRequest.newBuilder(users)
                    .header("Authorization", admin)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(
                            "{\"email\":\"canary@shop.example\",\"user_type\":\"C\",\"company_id\":1,"
                                    + "\"status\":\"A\",\"password\":\"" + PASSWORD + "\"}")));
        }
        facade.send(HttpRequest.newBuilder(facade.uri("/api/usergroups/4")).header("Authorization", admin));
    }

    private void erply(FacadeProcess facade) throws IOException, InterruptedException {
        call(facade, "request=verifyUser&username=admin&password=canary-wrong-password");
        String session = call(facade, "request=verifyUser&username=admin&password=demo-admin-1");
        call(facade, "request=getEmployees&usernameOrEmail=info%40example.com&sessionKey=" + session);
        call(facade, "request=switchUser&cardCode=240613&sessionKey=" + session);
        call(facade, "request=switchUser&cardCode=" + PIN + "&sessionKey=" + session);
        call(facade, "request=getJwtToken&sessionKey=" + session);
        call(facade, "request=getIdentityToken&sessionKey=" + session);
        call(
                facade,
                "request=saveUser&name=canary&userGroupID=1&password=" + PASSWORD + "&cardCode=" + PIN + "&sessionKey="
                        + session);
        call(facade, "request=changePassword&oldPassword=canary-wrong-password&newPassword=x&sessionKey=" + session);
        call(facade, "requests=[{\"requestName\":\"getUserGroups\"},{\"requestName\":\"no\"}]&sessionKey=" + session);
        facade.send(HttpRequest.newBuilder(facade.uri("/v1/user/rights"))
                .header("clientCode", "100001")
                .header("sessionKey", session));
    }

    /** Calls and keeps the sessions and tokens of the answer as secrets; the last one is given back. */
    private String call(FacadeProcess facade, String form) throws IOException, InterruptedException {
        String answer = facade.send(HttpRequest.newBuilder(facade.uri("/api/"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("clientCode=100001&" + form)))
                .body();
        Matcher matcher = SESSION.matcher(answer);
        String session = "";
        while (matcher.find()) {
            session = matcher.group(1);
            secrets.add(session);
        }
        return session;
    }

    private static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}

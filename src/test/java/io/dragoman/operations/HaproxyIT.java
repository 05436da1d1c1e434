package io.dragoman.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dragoman.FacadeProcess;
import io.dragoman.FreePorts;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HAProxy as deploy configures it, with the certificate that deploy makes, before two replicas. */
@Tag("operations")
class HaproxyIT {

    @RegisterExtension
    static final SharedSite SITE = new SharedSite();

    /** Where Debian keeps it, which is on no ordinary user's path. */
    private static final String HAPROXY = "/usr/sbin/haproxy";

    private static final Path DEPLOY = Path.of("deploy/haproxy").toAbsolutePath();
    private static final int PORT = FreePorts.next();

    @TempDir
    private static Path folder;

    private static Process haproxy;
    private static Tls tls;

    @BeforeAll
    static void start() throws IOException, GeneralSecurityException {
        Path script = Files.copy(DEPLOY.resolve("certificates.sh"), folder.resolve("certificates.sh"));
        Programs.run("bash", script.toString());
        tls = Tls.trusting(folder.resolve("certs/ca.pem"));
        String config = configured(SITE.get().replicas()).toString();
        Programs.run(HAPROXY, "-c", "-f", config);
        haproxy = new ProcessBuilder(HAPROXY, "-f", config)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("haproxy.log").toFile())
                .start();
        await().atMost(Duration.ofSeconds(20)).until(() -> isServing() || !haproxy.isAlive());
        assertThat(haproxy.isAlive()).as("HAProxy runs: %s", log()).isTrue();
    }

    @AfterAll
    static void stop() {
        Programs.stop(haproxy);
    }

    @Test
    void picqer_is_reached_by_its_host_name() throws IOException {
        assertThat(ask("acme.picqer.com", "GET /api/v1/users/423", basic("acme-picqer-key:")))
                .startsWith("HTTP/1.1 200")
                .contains("\"iduser\":423");
    }

    @Test
    void billomat_is_reached_by_its_host_name() throws IOException {
        assertThat(ask("acme.billomat.net", "GET /api/users/1", "X-BillomatApiKey: acme-billomat-key"))
                .startsWith("HTTP/1.1 200")
                .contains("<id type=\"integer\">1</id>");
    }

    @Test
    void erply_is_reached_by_its_host_name() throws IOException {
        String form = "clientCode=100001&request=verifyUser&username=admin&password=demo-admin-1";

        assertThat(ask(
                        "100001.erply.com",
                        "POST /api/",
                        "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length(),
                        form))
                .startsWith("HTTP/1.1 200")
                .contains("\"errorCode\":0");
    }

    @Test
    void cscart_is_reached_by_the_shops_host_name() throws IOException {
        assertThat(ask("shop.acme.example", "GET /api/users/3", basic("admin@example.com:acme-cscart-key")))
                .startsWith("HTTP/1.1 200")
                .contains("\"user_id\":\"3\"");
    }

    @Test
    void who_is_nobody_is_told_so_in_the_words_of_the_hosts_dialect() throws IOException {
        assertThat(ask("acme.billomat.net", "GET /api/users", basic("acme-picqer-key:")))
                .startsWith("HTTP/1.1 401")
                .contains("<errors>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/admin/v1/accounts",
                "/%61dmin/v1/accounts",
                "/ADMIN/v1/accounts",
                "//admin/v1/accounts",
                "/./admin/v1/accounts",
                "/x/../admin/v1/accounts",
                "/x/%2e%2e/admin/v1/accounts",
                "/%2fadmin/v1/accounts",
                "/admin;x=1/v1/accounts"
            })
    void the_operators_api_is_not_there_whatever_its_spelling(String path) throws Exception {
        String operator = "Bearer " + Load.OPERATOR;
        FacadeProcess replica = SITE.get().replicas().get(0);

        assertThat(replica.send(HttpRequest.newBuilder(replica.uri("/admin/v1/accounts"))
                                .header("Authorization", operator))
                        .body())
                .contains("initech");
        // A host that is no dialect's: with one, the dialect would answer even if HAProxy let it pass.
        assertThat(tls.answer(
                        PORT,
                        "acme.picqer.com",
                        "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: " + operator
                                + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 404")
                .doesNotContain("initech");
    }

    @Test
    void metrics_and_health_are_not_there() throws IOException {
        assertThat(List.of(
                        ask("acme.picqer.com", "GET /q/metrics", "Accept: */*"),
                        ask("acme.picqer.com", "GET //q/health/ready", "Accept: */*")))
                .allMatch(answer -> answer.startsWith("HTTP/1.1 404"));
    }

    private static Path configured(List<FacadeProcess> replicas) throws IOException {
        String text = Documents.read(DEPLOY.resolve("haproxy.cfg"))
                .replace("/usr/local/etc/haproxy/certs", folder.resolve("certs").toString())
                .replace("bind :8443", "bind 127.0.0.1:" + PORT);
        for (int i = 0; i < replicas.size(); i++) {
            FacadeProcess replica = replicas.get(i);
            text = text.replace(
                    "facade-" + (i + 1) + ":8080", "127.0.0.1:" + replica.port() + " port " + replica.managementPort());
        }
        return Files.writeString(folder.resolve("haproxy.cfg"), text);
    }

    private static boolean isServing() {
        try {
            return ask("acme.picqer.com", "GET /api/v1/users/423", basic("acme-picqer-key:"))
                    .startsWith("HTTP/1.1 200");
        } catch (IOException e) {
            return false; // not listening yet
        }
    }

    private static String ask(String host, String target, String header) throws IOException {
        return ask(host, target, header, "");
    }

    private static String ask(String host, String target, String headers, String body) throws IOException {
        return tls.answer(
                PORT,
                host,
                target + " HTTP/1.1\r\nHost: " + host + "\r\n" + headers + "\r\nConnection: close\r\n\r\n" + body);
    }

    private static String basic(String credential) {
        return "Authorization: Basic " + Base64.getEncoder().encodeToString(credential.getBytes(UTF_8));
    }

    private static String log() {
        return Documents.read(folder.resolve("haproxy.log"));
    }
}

package io.dragoman.operations;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dragoman.FacadeProcess;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HAProxy as deploy configures it, with the certificate that deploy makes, before a facade. */
@Tag("operations")
class HaproxyIT {

    /** Where Debian keeps it, which is on no ordinary user's path. */
    private static final String HAPROXY = "/usr/sbin/haproxy";

    private static final Path DEPLOY = Path.of("deploy/haproxy").toAbsolutePath();
    private static final String KEY = Base64.getEncoder().encodeToString("acme-picqer-key:".getBytes(UTF_8));

    @TempDir
    Path folder;

    @Test
    void legacy_clients_reach_their_dialect_by_its_host_name_and_nobody_the_operators_paths()
            throws IOException, GeneralSecurityException {
        Path script = Files.copy(DEPLOY.resolve("certificates.sh"), folder.resolve("certificates.sh"));
        Programs.run("bash", script.toString());
        try (FacadeProcess facade = FacadeProcess.start(folder.resolve("data"))) {
            int port = FacadeProcess.freePort();
            Path config = configured(facade, port);
            Programs.run(HAPROXY, "-c", "-f", config.toString());
            Process haproxy = new ProcessBuilder(HAPROXY, "-f", config.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("haproxy.log").toFile())
                    .start();
            try {
                await().atMost(Duration.ofSeconds(20))
                        .ignoreExceptions()
                        .until(() -> get(port, "acme.picqer.com", "/api/v1/users/423")
                                .contains("\"iduser\":423"));

                assertThat(get(port, "acme.billomat.net", "/api/users")).startsWith("HTTP/1.1 401");
                assertThat(get(port, "acme.picqer.com", "/admin/v1/accounts")).startsWith("HTTP/1.1 404");
                assertThat(get(port, "acme.picqer.com", "/%61dmin/v1/accounts")).startsWith("HTTP/1.1 404");
                assertThat(get(port, "acme.picqer.com", "//q/metrics")).startsWith("HTTP/1.1 404");
            } finally {
                Programs.stop(haproxy);
            }
        }
    }

    private Path configured(FacadeProcess facade, int port) throws IOException {
        String text = Documents.read(DEPLOY.resolve("haproxy.cfg"))
                .replace("/usr/local/etc/haproxy/certs", folder.resolve("certs").toString())
                .replace("bind :8443", "bind 127.0.0.1:" + port)
                .replace("port 9000", "port " + facade.managementUri("/").getPort())
                .replaceAll("facade-[12]:8080", "127.0.0.1:" + facade.uri("/").getPort());
        return Files.writeString(folder.resolve("haproxy.cfg"), text);
    }

    /** A whole answer, over a connection whose certificate is good for the host under the private authority alone. */
    private String get(int port, String host, String path) throws IOException, GeneralSecurityException {
        try (Socket connection = new Socket(InetAddress.getLoopbackAddress(), port);
                SSLSocket socket = (SSLSocket)
                        trustingTheAuthority().getSocketFactory().createSocket(connection, host, port, true)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.setSoTimeout(5_000);
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nAuthorization: Basic " + KEY
                                    + "\r\nConnection: close\r\n\r\n")
                            .getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private SSLContext trustingTheAuthority() throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (InputStream authority = Files.newInputStream(folder.resolve("certs/ca.pem"))) {
            trusted.setCertificateEntry(
                    "authority", CertificateFactory.getInstance("X.509").generateCertificate(authority));
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}

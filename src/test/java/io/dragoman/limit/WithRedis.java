package io.dragoman.limit;

import io.dragoman.FreePorts;
import io.dragoman.RedisProcess;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** The facade with a Redis that wants a password and TLS, and which a test may do to as it likes. */
public final class WithRedis implements QuarkusTestProfile {

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Server.class));
    }

    /** The server, for as long as the facade runs. */
    public static final class Server implements QuarkusTestResourceLifecycleManager {

        private final ServerCertificate certificate = ServerCertificate.make();
        private final int tlsPort = FreePorts.next();
        private final RedisProcess redis = RedisProcess.start(
                "--requirepass",
                "hush",
                "--tls-port",
                Integer.toString(tlsPort),
                "--tls-auth-clients",
                "no",
                "--tls-cert-file",
                certificate.certificate().toString(),
                "--tls-key-file",
                certificate.key().toString(),
                "--tls-ca-cert-file",
                certificate.certificate().toString());

        @Override
        public Map<String, String> start() {
            return Map.of(
                    "quarkus.redis.hosts", "rediss://localhost:" + tlsPort,
                    "quarkus.redis.tls-configuration-name", "redis",
                    "quarkus.tls.redis.trust-store.pem.certs",
                            certificate.certificate().toString(),
                    "quarkus.redis.password", "hush",
                    "dragoman.limit.redis.timeout", "3s");
        }

        @Override
        public void inject(TestInjector injector) {
            injector.injectIntoFields(redis, new TestInjector.MatchesType(RedisProcess.class));
        }

        @Override
        public void stop() {
            redis.close();
            certificate.delete();
        }
    }
}

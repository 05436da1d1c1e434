package io.dragoman.dialect.erply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing secret gets into the log, whatever goes right or wrong. */
@QuarkusTest
class ErplySecretsTest {

    private static final String CANARY = "Canary-7f3a91";
    private static final String PIN = "7391" + System.nanoTime();

    @Inject
    Newcomers newcomers;

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord logged) {
            lines.add(logged.getMessage() + " " + Arrays.toString(logged.getParameters()) + chain(logged.getThrown()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(listener);
    }

    @AfterEach
    void takeAway() {
        Logger.getLogger("").removeHandler(listener);
        newcomers.takeAway();
    }

    @Test
    void no_password_pin_session_key_or_token_is_logged() {
        String name = Newcomers.name();
        newcomers.keep(Erply.callAs(
                        "staff001", "saveUser", "name", name, "userGroupID", 1, "password", CANARY, "cardCode", PIN)
                .at("/records/0/userID")
                .asLong());
        String key = Erply.login(Erply.GLOBEX, name, CANARY);
        JsonNode token =
                Erply.call(Erply.GLOBEX, "getJwtToken", "sessionKey", key).at("/records/token");

        Erply.call(Erply.GLOBEX, "verifyUser", "username", name, "password", CANARY + "-wrong");
        Erply.call(Erply.GLOBEX, "verifyUser", "username", CANARY, "password", CANARY + "\0");
        Erply.call(Erply.GLOBEX, "switchUser", "sessionKey", key, "cardCode", PIN);
        Erply.call(Erply.GLOBEX, "switchUser", "sessionKey", key + "x", "cardCode", PIN);
        Erply.call(Erply.GLOBEX, "verifyIdentityToken", "jwt", token.asText());
        Erply.call(Erply.GLOBEX, "changePassword", "sessionKey", key, "oldPassword", CANARY, "newPassword", "short");
        Erply.callAs("staff001", "saveUser", "userID", 7, "cardCode", PIN);
        Erply.post("clientCode=200002&request=" + CANARY + "&requests=" + CANARY);

        assertThat(List.of(CANARY, PIN, key, token.asText()))
                .allSatisfy(secret -> assertThat(lines).noneMatch(line -> line.contains(secret)));
    }

    private static String chain(@Nullable Throwable thrown) {
        return thrown == null ? "" : thrown + " " + chain(thrown.getCause());
    }
}

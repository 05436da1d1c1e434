package io.dragoman.admin;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The token the operator proves himself with; of it only a digest is held. */
@ApplicationScoped
class AdminToken {

    private static final int SHORTEST = 16;
    private static final int LONGEST = 1024;

    private final byte @Nullable [] digest;

    AdminToken(AdminConfig config) {
        digest = configured(config)
                .map(AdminToken::checked)
                .map(AdminToken::digest)
                .orElse(null);
    }

    /** Made at start, so that a bad token is noticed there. */
    void start(@Observes StartupEvent event) {
        isSet();
    }

    /** Whether there is one; without it there is no operator's API. */
    boolean isSet() {
        return digest != null;
    }

    /** Whether a text is the token; takes the same time for all texts of one length. */
    boolean is(String text) {
        return digest != null && text.length() <= LONGEST && MessageDigest.isEqual(digest, digest(text));
    }

    private static Optional<String> configured(AdminConfig config) {
        if (config.token().isPresent() && config.tokenFile().isPresent()) {
            throw new IllegalStateException("dragoman.admin.token and dragoman.admin.token-file are both set: set one");
        }
        return config.token().or(() -> config.tokenFile().map(AdminToken::read));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new IllegalStateException("dragoman.admin.token-file cannot be read: " + file, e);
        }
    }

    private static String checked(String token) {
        boolean printable = token.chars().allMatch(c -> c > ' ' && c < 0x7f);
        if (token.length() < SHORTEST || token.length() > LONGEST || !printable) {
            throw new IllegalStateException("The operator's token (dragoman.admin.token or .token-file) must be "
                    + SHORTEST + " to " + LONGEST + " printable ASCII characters without spaces");
        }
        return token;
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }
}

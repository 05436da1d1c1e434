package io.dragoman.admin;

import io.dragoman.account.LineSecrets;
import io.dragoman.account.SecretText;
import io.dragoman.directory.bulk.LineKey;
import io.dragoman.directory.bulk.LinePassword;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a person of a line proves himself with, hashed as it is read. */
final class LineSecretValues {

    private final LineTokens in;
    private final LineValues values;
    private final LineSecrets.Hasher secrets;

    LineSecretValues(LineTokens in, LineValues values, LineSecrets.Hasher secrets) {
        this.in = in;
        this.values = values;
        this.secrets = secrets;
    }

    /** A password in clear or as the md5 a former system has kept of it; null for null. */
    @Nullable
    LinePassword password() throws IOException {
        if (in.isNull()) {
            return null;
        }
        in.requireObject();
        String plain = null;
        String md5 = null;
        for (String name = in.nextInner(); name != null; name = in.nextInner()) {
            switch (name) {
                case "plain" -> plain = in.string();
                case "md5" -> md5 = in.string();
                default -> throw in.invalid("no such member: " + name);
            }
        }
        if (plain != null && md5 == null) {
            return plain(plain);
        }
        if (md5 == null || plain != null) {
            throw in.invalid("not one of plain and md5");
        }
        return md5(md5);
    }

    private LinePassword plain(String text) {
        if (!SecretRules.isPassword(text)) {
            throw in.invalid(SecretRules.NO_PASSWORD);
        }
        return secrets.password(text);
    }

    private LinePassword md5(String hex) {
        if (!SecretRules.isMd5(hex)) {
            throw in.invalid(SecretRules.NO_MD5);
        }
        return secrets.md5(hex);
    }

    /** A PIN, empty for null. */
    Optional<String> pin() throws IOException {
        Optional<String> pin = in.text();
        if (pin.isPresent() && !SecretRules.isPin(pin.get())) {
            throw in.invalid(SecretRules.NO_PIN);
        }
        return pin;
    }

    LineKey key(Systems systems) throws IOException {
        in.requireObject();
        String system = "";
        String text = "";
        Integer quota = null;
        Instant expires = null;
        for (String name = in.nextInner(); name != null; name = in.nextInner()) {
            boolean none = in.isNull();
            switch (name) {
                case "system" -> system = in.string();
                case "secret" -> text = in.string();
                case "quota" ->
                    quota = none ? null : (Integer) (int) Math.max(0, Math.min(in.number(), Integer.MAX_VALUE));
                case "expires" -> expires = none ? null : values.time();
                default -> throw in.invalid("no such member: " + name);
            }
        }
        if (!systems.has(system) || !SecretText.isSecret(text) || (quota != null && quota == 0)) {
            throw in.invalid("a key has a system, a secret of 1 to " + SecretText.LONGEST
                    + " printable characters, and a quota above 0 or none");
        }
        return secrets.key(system, text, quota, expires);
    }
}

package io.dragoman.account;

import io.dragoman.directory.PasswordHash;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text a hash is stored as: {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record PhcString(Argon2 cost, byte[] salt, byte[] hash) {

    // Lengths are bounded here, so that neither a number nor an array can grow beyond reason.
    private static final Pattern FORM = Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,3})"
            + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

    /** Reads a stored hash; empty for a text of another form, and for a cost beyond {@link Argon2}'s bounds. */
    static Optional<PhcString> parse(PasswordHash stored) {
        Matcher parts = FORM.matcher(stored.encoded());
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PhcString(
                    new Argon2(number(parts, 1), number(parts, 2), number(parts, 3)),
                    Base64.getDecoder().decode(parts.group(4)),
                    Base64.getDecoder().decode(parts.group(5))));
        } catch (IllegalArgumentException outOfBounds) {
            return Optional.empty();
        }
    }

    PasswordHash toPasswordHash() {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return new PasswordHash("$argon2id$v=19$m=" + cost.memoryKib()
                + ",t=" + cost.iterations()
                + ",p=" + cost.parallelism()
                + "$" + base64.encodeToString(salt)
                + "$" + base64.encodeToString(hash));
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    @Override
    public String toString() {
        return "PhcString[…]";
    }
}

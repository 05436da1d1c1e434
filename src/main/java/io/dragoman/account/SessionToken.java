package io.dragoman.account;

import io.dragoman.directory.AccountId;
import io.dragoman.directory.UserId;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A session as text: its parts and their signature as one number in base 36, so that it is lower-case letters and
 * digits alone, whatever column a client keeps it in.
 */
final class SessionToken {

    private static final Pattern FORM = Pattern.compile("[1-9a-z][0-9a-z]{70,99}");
    private static final int RADIX = 36;
    /** Leads the bytes, so that the number has no leading zeros to lose. */
    private static final byte VERSION = 1;

    private static final int SALT = 8;
    private static final int BODY = 1 + 4 + 16 + 4 + 8 + 4 + SALT;
    private static final int SIGNATURE = 16;

    private SessionToken() {}

    /** Writes a session; {@code salt} tells it from others of the same second. */
    static String write(Session session, byte[] salt, KeyedHash key, String system) {
        ByteBuffer bytes = ByteBuffer.allocate(BODY + SIGNATURE)
                .put(VERSION)
                .putInt(session.account().value())
                .putLong(session.user().value().getMostSignificantBits())
                .putLong(session.user().value().getLeastSignificantBits())
                .putInt(session.credentialVersion())
                .putLong(session.created().getEpochSecond())
                .putInt((int) session.length().toSeconds())
                .put(salt, 0, SALT);
        return new BigInteger(bytes.put(signature(bytes.array(), key, system)).array()).toString(RADIX);
    }

    /** Reads a session back; empty for what was not written under the key for the system. */
    static Optional<Session> read(String token, KeyedHash key, String system) {
        if (!FORM.matcher(token).matches()) {
            return Optional.empty();
        }
        byte[] bytes = new BigInteger(token, RADIX).toByteArray();
        return bytes.length == BODY + SIGNATURE
                        && bytes[0] == VERSION
                        && MessageDigest.isEqual(
                                Arrays.copyOfRange(bytes, BODY, bytes.length), signature(bytes, key, system))
                ? Optional.of(session(ByteBuffer.wrap(bytes, 1, BODY - 1)))
                : Optional.empty();
    }

    private static Session session(ByteBuffer bytes) {
        AccountId account = new AccountId(bytes.getInt());
        UserId user = new UserId(new UUID(bytes.getLong(), bytes.getLong()));
        int credentialVersion = bytes.getInt();
        Instant created = Instant.ofEpochSecond(bytes.getLong());
        return new Session(account, user, credentialVersion, created, created.plusSeconds(bytes.getInt()));
    }

    private static byte[] signature(byte[] bytes, KeyedHash key, String system) {
        return Arrays.copyOf(key.bytes("session:" + system, Arrays.copyOf(bytes, BODY)), SIGNATURE);
    }
}

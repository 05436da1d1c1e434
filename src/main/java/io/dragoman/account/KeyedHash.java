package io.dragoman.account;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 of texts under one key. */
public final class KeyedHash {

    private static final String ALGORITHM = "HmacSHA256";

    /** Never fed: a copy of it costs less than one that looks for its algorithm and takes the key in. */
    private final Mac fresh;

    public KeyedHash(byte[] key) {
        try {
            fresh = Mac.getInstance(ALGORITHM);
            fresh.init(new SecretKeySpec(key, ALGORITHM));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(ALGORITHM + " is part of every Java platform", e);
        }
    }

    /** The hex of a text's keyed hash, in a purpose of its own: equal texts of two purposes have nothing in common. */
    public String hex(String purpose, String text) {
        return HexFormat.of().formatHex(bytes(purpose, text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The keyed hash of bytes, in a purpose of its own. */
    public byte[] bytes(String purpose, byte[] message) {
        Mac mac = mac();
        mac.update(purpose.getBytes(StandardCharsets.UTF_8));
        mac.update((byte) 0);
        return mac.doFinal(message);
    }

    /** The keyed hash of bytes as any other HMAC-SHA-256 computes it. */
    public byte[] plain(byte[] message) {
        return mac().doFinal(message);
    }

    private Mac mac() {
        try {
            return (Mac) fresh.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(ALGORITHM + " of the Java platform can be copied", e);
        }
    }
}

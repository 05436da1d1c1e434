package io.dragoman.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * What of a password is hashed for storage: its md5 hex, so that plain and md5 spellings of one password meet. Never
 * shown.
 */
public record PasswordText(String md5) {

    public static PasswordText ofPlain(String plain) {
        return new PasswordText(HexFormat.of().formatHex(digest().digest(plain.getBytes(StandardCharsets.UTF_8))));
    }

    /** A text that should be the md5 hex of a password; one that is not is taken as it is, in lower case. */
    public static PasswordText ofMd5(String md5Hex) {
        return new PasswordText(md5Hex.toLowerCase(Locale.ROOT));
    }

    byte[] bytes() {
        return md5.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "PasswordText[…]";
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("MD5 is part of every Java platform", e);
        }
    }
}

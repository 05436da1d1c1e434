package io.dragoman.dialect.erply;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dragoman.account.KeyedHash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;

/** Tokens as RFC 7519 has them, signed with HMAC-SHA-256 and nothing else. */
final class JsonWebToken {

    private static final int LONGEST = 4_096;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    /** The only header there is, so that nobody else's choice of algorithm is ever followed. */
    private static final String HEADER = encode("{\"alg\":\"HS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));

    private JsonWebToken() {}

    static String write(TokenClaims claims, KeyedHash key) {
        try {
            String signed = HEADER + "." + encode(JSON.writeValueAsBytes(claims));
            return signed + "." + signature(signed, key);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("claims that Jackson cannot write", e);
        }
    }

    /** What a token says; empty for one that was not written under the key. */
    static Optional<TokenClaims> read(String token, KeyedHash key) {
        int end = token.lastIndexOf('.');
        if (token.length() > LONGEST || end < HEADER.length() || !token.startsWith(HEADER + ".")) {
            return Optional.empty();
        }
        String signed = token.substring(0, end);
        return isSame(signature(signed, key), token.substring(end + 1))
                ? claims(signed.substring(Math.min(end, HEADER.length() + 1)))
                : Optional.empty();
    }

    private static Optional<TokenClaims> claims(String encoded) {
        try {
            return Optional.of(JSON.readValue(Base64.getUrlDecoder().decode(encoded), TokenClaims.class));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty(); // signed by us and no claims of ours: as good as not signed
        }
    }

    private static String signature(String signed, KeyedHash key) {
        return encode(key.plain(signed.getBytes(StandardCharsets.US_ASCII)));
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    private static String encode(byte[] bytes) {
        return ENCODER.encodeToString(bytes);
    }
}

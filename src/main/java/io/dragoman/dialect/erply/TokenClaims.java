package io.dragoman.dialect.erply;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What a token says.
 *
 * @param sub the person's key in the directory
 * @param ver his credential version
 * @param jti tells tokens of one second apart
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
record TokenClaims(
        String iss,
        @Nullable String sub,
        @Nullable String use,
        @Nullable String clientCode,
        @Nullable String userID,
        @Nullable String username,
        int ver,
        long iat,
        long exp,
        @Nullable String jti) {}

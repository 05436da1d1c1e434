package io.dragoman.operator;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An application registered with an account's system, as the operator sees it: everything but its secret. */
public record RegisteredApp(
        String system, String id, @Nullable Integer quota, Instant created) {}

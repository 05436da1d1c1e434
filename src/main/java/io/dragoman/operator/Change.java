package io.dragoman.operator;

import java.time.Instant;
import java.util.UUID;

/**
 * A line of the change log.
 *
 * @param changes the new values as JSON; of secrets only that they were written
 */
public record Change(
        long id,
        Instant at,
        String actor,
        String system,
        String subject,
        UUID subjectId,
        String action,
        String changes) {}

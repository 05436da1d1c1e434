package io.dragoman.directory;

import org.jspecify.annotations.Nullable;

/**
 * A question for values: of those visible in a system, by number.
 *
 * @param user of the person with this number alone
 * @param property of the property with this number alone
 */
public record PropertyValueQuery(
        String system, @Nullable Long user, @Nullable Long property, PageRequest page) {}

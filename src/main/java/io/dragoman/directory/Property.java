package io.dragoman.directory;

/**
 * Something an account has defined to be kept of its people, beyond what the directory knows of everybody.
 *
 * @param number what legacy systems know it by, counted in the account
 * @param defaulted whether the default value stands for a missing one
 */
public record Property(
        AccountId account,
        PropertyId id,
        long number,
        String name,
        PropertyKind kind,
        String defaultValue,
        boolean defaulted) {}

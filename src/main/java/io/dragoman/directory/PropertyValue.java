package io.dragoman.directory;

/**
 * What is kept of one person under one property.
 *
 * @param number what legacy systems know the value by, counted in the account
 * @param user the person's number in the system asked
 */
public record PropertyValue(
        long number, long user, long property, String propertyName, PropertyKind kind, String value) {}

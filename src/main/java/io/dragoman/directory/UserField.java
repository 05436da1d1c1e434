package io.dragoman.directory;

/** What people can be found and sorted by; the type of its values stands behind each. */
public enum UserField {
    /** The number in the system asked: Long. */
    NUMBER,
    /** {@link UserKind}; sorted in the order in which that names them. */
    KIND,
    /** Boolean. */
    ACTIVE,
    /** String. */
    LOGIN,
    /** String. */
    EMAIL,
    /** String. */
    FIRST_NAME,
    /** String. */
    LAST_NAME,
    /** String. */
    PHONE,
    /** String: the profile's text. */
    COMPANY_TEXT,
    /** String. */
    CUSTOM_FIELD,
    /** The company's number: Long. */
    COMPANY,
    /** Long. */
    EMPLOYEE_NUMBER,
    /** The primary role's number in the system asked: Long. */
    ROLE,
    /** A role's number in the system asked that the person has an active link to: Long; 0 for those with no active link. */
    ACTIVE_LINK,
    /** Number of a warehouse the person may work in: Integer. */
    WAREHOUSE,
    /** {@link PropertyText}: what is kept under a property, to the letter; nothing to sort by. */
    PROPERTY,
    /** Instant. */
    CREATED,
    /** Instant. */
    UPDATED
}

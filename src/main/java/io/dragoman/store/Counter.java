package io.dragoman.store;

/** One count of an account: of what, and of which system where each counts for itself. */
record Counter(String subject, String system) {

    static final Counter EMPLOYEE = new Counter("employee", "");
    static final Counter LINK = new Counter("link", "");
    static final Counter PROPERTY = new Counter("property", "");
    static final Counter PROPERTY_VALUE = new Counter("property_value", "");

    static Counter person(String system) {
        return new Counter("person", system);
    }

    static Counter role(String system) {
        return new Counter("role", system);
    }
}

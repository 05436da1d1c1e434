package io.dragoman.directory.bulk;

import io.dragoman.directory.UserId;
import java.util.ArrayList;
import java.util.List;

/** Whom the directory already has under what a line says; each of these values is one person's at most. */
public final class Owners {

    /** What kind of value somebody is known by. */
    public enum Kind {
        ID,
        NUMBER,
        EMAIL,
        LOGIN,
        EMPLOYEE_NUMBER,
        PIN,
        KEY,
        LINK
    }

    /**
     * Somebody who has a value.
     *
     * @param system of a number or key, else empty
     */
    public record Owner(Kind kind, String system, UserId person) {}

    private final List<Owner> owners = new ArrayList<>();

    /** Adds somebody. */
    public void add(Owner owner) {
        owners.add(owner);
    }

    List<Owner> all() {
        return owners;
    }
}

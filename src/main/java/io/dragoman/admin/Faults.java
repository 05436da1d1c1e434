package io.dragoman.admin;

import io.dragoman.failure.FacadeException;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Fault;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a document, so that its sender is told all of it at once. */
final class Faults {

    private final List<Fault> found = new ArrayList<>();

    /** Notes a fault where something does not hold. */
    Faults unless(boolean holds, String pointer, String detail) {
        if (!holds) {
            found.add(new Fault(pointer, detail));
        }
        return this;
    }

    void add(String pointer, String detail) {
        found.add(new Fault(pointer, detail));
    }

    /** What to throw for one fault more. */
    FacadeException failing(String pointer, String detail) {
        add(pointer, detail);
        return Failure.ofFaults(found).toException();
    }

    /** Throws INVALID where something was found. */
    void raise() {
        if (!found.isEmpty()) {
            throw Failure.ofFaults(found).toException();
        }
    }
}

package io.dragoman.admin;

import io.dragoman.edge.Dialect;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** The systems that have names, numbers and keys: those of the dialects there are. */
@ApplicationScoped
class Systems {

    private final NavigableSet<String> ids = new TreeSet<>();

    Systems(@All List<Dialect> dialects) {
        dialects.stream()
                .map(Dialect::id)
                .filter(id -> !id.equals(AdminDialect.ID))
                .forEach(ids::add);
    }

    boolean has(String system) {
        return ids.contains(system);
    }

    /** What to say of one that is none. */
    String unknown() {
        return "no such system; there are " + String.join(", ", ids);
    }
}

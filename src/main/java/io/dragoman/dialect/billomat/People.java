package io.dragoman.dialect.billomat;

import io.dragoman.directory.User;
import io.dragoman.directory.UserDirectory;
import io.dragoman.edge.Exchange;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds the person a path names: by number, or as the key's own ({@code myself}). */
@ApplicationScoped
class People {

    private static final String MYSELF = "myself";

    private final UserDirectory directory;

    People(UserDirectory directory) {
        this.directory = directory;
    }

    /** The person of an id in a path. Fails with NOT_FOUND. */
    Uni<User> find(Exchange exchange, String id) {
        return id.equals(MYSELF)
                ? myself(exchange)
                : directory.get(exchange.principal().caller(BillomatDialect.ID), BillomatDialect.ID, Ids.of(id));
    }

    private Uni<User> myself(Exchange exchange) {
        if (exchange.principal().user().numbers().in(BillomatDialect.ID) == null) {
            throw Failure.of(Kind.NOT_FOUND).toException();
        }
        return directory.self(exchange.principal().caller(BillomatDialect.ID));
    }
}

package io.dragoman.directory.bulk;

import io.dragoman.directory.AccountId;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;

/** Hands out everybody of an account, as lines that an import takes; without what is secret. */
@ApplicationScoped
public class PeopleExport {

    private final BulkStore store;

    PeopleExport(BulkStore store) {
        this.store = store;
    }

    /** Everybody by key, read as they are asked for; each as he is at the moment he is read. */
    public Multi<PersonLine> everybody(AccountId account) {
        return store.everybody(account);
    }
}

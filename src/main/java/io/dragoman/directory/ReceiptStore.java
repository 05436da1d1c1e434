package io.dragoman.directory;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Where it is kept what creating requests were answered, for as long as is configured. */
public interface ReceiptStore {

    /** What a request of that name was answered. Fails with UNAVAILABLE. */
    Uni<Optional<Receipt>> find(RequestKey key);

    /**
     * What is kept of a creation.
     *
     * @param digest of the request that asked for it
     */
    record Receipt(String digest, String text) {}

    /** Thrown by a creation whose key another one has used meanwhile: nothing was made, and there is a receipt. */
    final class Repeated extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public Repeated() {
            super("asked for again", null, false, false);
        }
    }
}

package io.dragoman.edge;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The dialects there are, and which of them a request belongs to. */
@Singleton
class Dialects {

    private final List<Dialect> byPriority;

    Dialects(@All List<Dialect> dialects) {
        this.byPriority = dialects.stream()
                .sorted(Comparator.comparingInt(Dialect::priority).reversed().thenComparing(Dialect::id))
                .toList();
    }

    /** The names of all dialects. */
    List<String> ids() {
        return byPriority.stream().map(Dialect::id).toList();
    }

    /** The dialect with the strongest claim, ties by priority; null where none claims the request. */
    @Nullable
    Dialect claimant(RequestHead head) {
        Dialect claimant = null;
        Claim strongest = Claim.NONE;
        for (Dialect dialect : byPriority) {
            Claim claim = dialect.claim(head);
            if (claim.compareTo(strongest) > 0) {
                claimant = dialect;
                strongest = claim;
            }
        }
        return claimant;
    }
}

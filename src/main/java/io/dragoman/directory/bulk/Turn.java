package io.dragoman.directory.bulk;

import io.dragoman.directory.UserId;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** A batch's place in the order of an import: what later batches must wait for, and until when. */
final class Turn {

    private final Claims claims;
    private final boolean alone;
    private final CompletableFuture<Set<UserId>> looked = new CompletableFuture<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    /**
     * @param alone whether no other batch may be written beside it
     */
    Turn(Claims claims, boolean alone) {
        this.claims = claims;
        this.alone = alone;
    }

    /** A turn that nobody has to wait for. */
    static Turn over() {
        Turn over = new Turn(Claims.of(List.of()), false);
        over.end();
        return over;
    }

    boolean mustFollow(Turn before) {
        return alone || before.alone || claims.meet(before.claims);
    }

    /** It is known whom the batch means. */
    void looked(Set<UserId> people) {
        looked.complete(people);
    }

    /** The batch is written, or will never be. */
    void end() {
        looked.complete(Set.of());
        ended.complete(null);
    }

    Uni<Void> whenLooked() {
        return Uni.createFrom().completionStage(looked).replaceWithVoid();
    }

    Uni<Void> whenEnded() {
        return Uni.createFrom().completionStage(ended);
    }

    /** Whether it means one of these people and is still under way. */
    boolean isAbout(Collection<UserId> people) {
        if (ended.isDone()) {
            return false;
        }
        Set<UserId> meant = looked.getNow(Set.of());
        return people.stream().anyMatch(meant::contains);
    }
}

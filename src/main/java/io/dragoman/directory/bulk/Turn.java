package io.dragoman.directory.bulk;

import io.dragoman.directory.UserId;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** A batch's place in the order of an import: what later batches must wait for, and until when. */
final class Turn {

    private final Claims claims;
    private final CompletableFuture<Set<UserId>> looked = new CompletableFuture<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    Turn(Claims claims) {
        this.claims = claims;
    }

    /** The lines, in parts that are written one after the other. */
    List<List<PersonLine>> parts() {
        return claims.parts();
    }

    boolean mustFollow(Turn before) {
        return isAlone() || before.isAlone() || claims.meet(before.claims);
    }

    /** Lines that share values are written part after part, and no other batch beside them. */
    private boolean isAlone() {
        return claims.parts().size() > 1;
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

    boolean hasEnded() {
        return ended.isDone();
    }

    /** Of all these it is known whom they mean. */
    static Uni<Void> whenLooked(Stream<Turn> turns) {
        return all(turns.map(turn -> turn.looked));
    }

    /** All of these have ended. */
    static Uni<Void> whenEnded(Stream<Turn> turns) {
        return all(turns.map(turn -> turn.ended));
    }

    private static Uni<Void> all(Stream<? extends CompletableFuture<?>> futures) {
        return Uni.createFrom().completionStage(CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new)));
    }

    /** Whether it means one of these people and is still under way. */
    boolean isAbout(Collection<UserId> people) {
        if (hasEnded()) {
            return false;
        }
        Set<UserId> meant = looked.getNow(Set.of());
        return people.stream().anyMatch(meant::contains);
    }
}

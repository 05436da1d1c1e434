package io.dragoman.directory.bulk;

import io.dragoman.directory.UserId;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Has the batches of one import written, two at a time where they have nothing to do with each other, with the same
 * outcome as one after the other.
 */
final class Lanes {

    private final BatchWriter writer;
    private Turn last = Turn.over();

    Lanes(BatchWriter writer) {
        this.writer = writer;
    }

    /** Writes the next batch; its results come after those of the batch before. To be called in the order of the file. */
    Uni<List<LineResult>> write(List<Line> batch) {
        List<LineResult> unreadable = new ArrayList<>();
        List<PersonLine> people = new ArrayList<>(batch.size());
        batch.forEach(line -> sort(line, people, unreadable));
        List<List<PersonLine>> parts = Claims.parts(people);
        Turn before = last;
        Turn mine = new Turn(Claims.of(people), parts.size() > 1);
        last = mine;
        Uni<Void> start = mine.mustFollow(before) ? before.whenEnded() : before.whenLooked();
        return start.chain(() -> inTurn(parts, before, mine))
                .map(written -> inOrder(unreadable, written))
                .call(before::whenEnded)
                .onTermination()
                .invoke(mine::end);
    }

    private Uni<List<LineResult>> inTurn(List<List<PersonLine>> parts, Turn before, Turn mine) {
        return parts.size() == 1
                ? writer.write(parts.get(0), targets -> meet(targets, before, mine))
                : each(parts, 0, new ArrayList<>());
    }

    /** Part after part. */
    private Uni<List<LineResult>> each(List<List<PersonLine>> parts, int next, List<LineResult> written) {
        return next == parts.size()
                ? Uni.createFrom().item(written)
                : writer.write(parts.get(next), targets -> Uni.createFrom().voidItem())
                        .invoke(written::addAll)
                        .chain(() -> each(parts, next + 1, written));
    }

    /** Says whom the batch means; fails where the batch before means one of them too, which is then waited for. */
    private static Uni<Void> meet(List<Target> targets, Turn before, Turn mine) {
        Set<UserId> people =
                targets.stream().map(Target::person).filter(Objects::nonNull).collect(Collectors.toSet());
        mine.looked(people);
        return before.isAbout(people)
                ? before.whenEnded().onItem().failWith(ended -> new Overtaken())
                : Uni.createFrom().voidItem();
    }

    private static void sort(Line line, List<PersonLine> people, List<LineResult> unreadable) {
        if (line instanceof PersonLine person) {
            people.add(person);
        } else if (line instanceof Line.Unreadable none) {
            unreadable.add(LineResult.invalid(none.line(), none.failure()));
        }
    }

    private static List<LineResult> inOrder(List<LineResult> unreadable, List<LineResult> written) {
        if (unreadable.isEmpty()) {
            return written;
        }
        List<LineResult> all = new ArrayList<>(unreadable);
        all.addAll(written);
        all.sort(Comparator.comparingLong(LineResult::line));
        return all;
    }
}

package io.dragoman.directory.bulk;

import io.dragoman.directory.UserId;
import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Has the batches of one import written, some at a time where they have nothing to do with each other, with the same
 * outcome as one after the other.
 */
final class Lanes {

    private final BatchWriter writer;
    private final Deque<Turn> open = new ArrayDeque<>();

    Lanes(BatchWriter writer) {
        this.writer = writer;
    }

    /** What became of a batch, and its turn, which ends when that has been told. */
    record Written(List<LineResult> results, Turn turn) {}

    /** Writes the next batch; its results come after those of the batches before. To be called in the order of the file. */
    Uni<Written> write(List<Line> batch) {
        List<LineResult> unreadable = new ArrayList<>();
        List<PersonLine> people = new ArrayList<>(batch.size());
        batch.forEach(line -> sort(line, people, unreadable));
        Turn mine = new Turn(Claims.of(people));
        open.removeIf(Turn::hasEnded);
        List<Turn> before = List.copyOf(open);
        open.add(mine);
        return Turn.whenEnded(before.stream().filter(mine::mustFollow))
                .chain(() -> inTurn(mine, before))
                .call(() -> Turn.whenEnded(before.stream()))
                .map(written -> new Written(inOrder(unreadable, written), mine))
                .onFailure()
                .invoke(mine::end)
                .onCancellation()
                .invoke(mine::end);
    }

    private Uni<List<LineResult>> inTurn(Turn mine, List<Turn> before) {
        List<List<PersonLine>> parts = mine.parts();
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

    /** Says whom the batch means; fails where one before means one of them too, which is then waited for. */
    private static Uni<Void> meet(List<Target> targets, List<Turn> before, Turn mine) {
        Set<UserId> people =
                targets.stream().map(Target::person).filter(Objects::nonNull).collect(Collectors.toSet());
        mine.looked(people);
        return people.isEmpty()
                ? Uni.createFrom().voidItem()
                : Turn.whenLooked(before.stream()).chain(() -> giveWay(people, before));
    }

    private static Uni<Void> giveWay(Set<UserId> people, List<Turn> before) {
        List<Turn> about = before.stream().filter(turn -> turn.isAbout(people)).toList();
        return about.isEmpty()
                ? Uni.createFrom().voidItem()
                : Turn.whenEnded(about.stream()).onItem().failWith(ended -> new Overtaken());
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

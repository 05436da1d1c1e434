package io.dragoman.directory.bulk;

import io.dragoman.directory.PasswordHash;
import io.dragoman.directory.UserId;
import io.dragoman.failure.FacadeException;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Writes lines that share no value: finds out whom they mean, hashes their passwords and has them kept. */
final class BatchWriter {

    /** Whoever loses a race, also for a role that is deleted meanwhile, finds out the next time. */
    private static final int ATTEMPTS = 10;

    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(4);

    /** A database that is away for longer ends the import. */
    private static final int PAUSES = 6;

    private final BulkStore store;
    private final ImportJob job;
    private final Matching matching;
    private final Strangers strangers = new Strangers();

    BatchWriter(BulkStore store, ImportJob job) {
        this.store = store;
        this.job = job;
        this.matching = new Matching(job.match());
    }

    /**
     * Writes them and says what became of each.
     *
     * @param looked asked once it is known whom the lines mean, and before anything is written; may wait, or fail with
     *     {@link Overtaken} to have them looked at again. Not asked where they turn out to mean nobody without being looked at
     */
    Uni<List<LineResult>> write(List<PersonLine> lines, Function<List<Target>, Uni<Void>> looked) {
        if (lines.isEmpty()) {
            return looked.apply(List.of()).replaceWith(List.of());
        }
        return Uni.createFrom()
                .deferred(() -> mayAllBeNew(lines) ? boldAttempt(lines, looked) : attempt(lines, looked))
                .onFailure(BatchWriter::isOvertaken)
                .retry()
                .atMost(ATTEMPTS)
                .onFailure(BatchWriter::isUnavailable)
                .retry()
                .withBackOff(PAUSE, LONGEST_PAUSE)
                .atMost(PAUSES)
                // What follows has attempts of its own: what is kept already is not written again for its sake.
                .chain(this::rest);
    }

    /** What became of the first lines, and those that are looked at again when these are written. */
    private record Part(List<LineResult> done, List<PersonLine> rest) {}

    /** Passwords are not hashed for people who may be there with them. */
    private boolean mayAllBeNew(List<PersonLine> lines) {
        return job.writes() && strangers.areExpected() && lines.stream().allMatch(line -> line.password() == null);
    }

    /** Writes them as new people; where that is refused they are looked at after all. */
    private Uni<Part> boldAttempt(List<PersonLine> lines, Function<List<Target>, Uni<Void>> looked) {
        return store.writeNew(job, lines)
                .onFailure(BatchWriter::isOvertaken)
                .recoverWithItem(Optional.empty())
                .chain(written -> written.map(BatchWriter::whole).orElseGet(() -> {
                    strangers.wereNot();
                    return attempt(lines, looked);
                }));
    }

    private static Uni<Part> whole(List<LineResult> results) {
        return Uni.createFrom().item(new Part(results, List.of()));
    }

    private Uni<Part> attempt(List<PersonLine> lines, Function<List<Target>, Uni<Void>> looked) {
        return store.owners(job.account(), lines).chain(owners -> attempt(lines, owners, looked));
    }

    private Uni<Part> attempt(List<PersonLine> lines, List<Owners> owners, Function<List<Target>, Uni<Void>> looked) {
        List<LineResult> refused = new ArrayList<>();
        List<Target> targets = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            sort(lines.get(i), owners.get(i), targets, refused);
        }
        strangers.found(refused.isEmpty() && targets.stream().allMatch(target -> target.person() == null));
        int end = firstOfSamePerson(targets);
        return looked.apply(targets)
                .chain(() -> hashed(targets.subList(0, end)))
                .chain(hashed -> kept(hashed))
                .map(kept -> new Part(
                        inOrder(refused, kept),
                        targets.subList(end, targets.size()).stream()
                                .map(Target::line)
                                .toList()));
    }

    private Uni<List<LineResult>> kept(List<Target> targets) {
        return targets.isEmpty() ? Uni.createFrom().item(List.of()) : store.write(job, targets);
    }

    /** What follows a second line of one person is looked at again when the first one is written. */
    private Uni<List<LineResult>> rest(Part part) {
        return part.rest().isEmpty()
                ? Uni.createFrom().item(part.done())
                : write(part.rest(), targets -> Uni.createFrom().voidItem()).map(after -> inOrder(part.done(), after));
    }

    private void sort(PersonLine line, Owners owners, List<Target> targets, List<LineResult> refused) {
        Optional<Failure> objection = matching.objection(line, owners);
        if (objection.isPresent()) {
            refused.add(LineResult.conflict(line.line(), objection.get()));
        } else {
            targets.add(new Target(line, matching.person(line, owners), null));
        }
    }

    private static int firstOfSamePerson(List<Target> targets) {
        Set<UserId> seen = new HashSet<>();
        for (int i = 0; i < targets.size(); i++) {
            UserId person = targets.get(i).person();
            if (person != null && !seen.add(person)) {
                return i;
            }
        }
        return targets.size();
    }

    private Uni<List<Target>> hashed(List<Target> targets) {
        if (!job.writes() || targets.stream().allMatch(target -> target.line().password() == null)) {
            return Uni.createFrom().item(targets);
        }
        List<UserId> people = targets.stream()
                .filter(target -> target.line().password() != null)
                .map(Target::person)
                .filter(Objects::nonNull)
                .toList();
        return store.passwords(job.account(), people).chain(stored -> hashed(targets, stored, new ArrayList<>()));
    }

    /** One after the other: people who log in meanwhile want their turn too. */
    private static Uni<List<Target>> hashed(
            List<Target> targets, Map<UserId, PasswordHash> stored, List<Target> hashed) {
        if (hashed.size() == targets.size()) {
            return Uni.createFrom().item(hashed);
        }
        return hashed(targets.get(hashed.size()), stored)
                .invoke(hashed::add)
                .chain(() -> hashed(targets, stored, hashed));
    }

    private static Uni<Target> hashed(Target target, Map<UserId, PasswordHash> stored) {
        LinePassword password = target.line().password();
        if (password == null) {
            return Uni.createFrom().item(target);
        }
        UserId person = target.person();
        Optional<PasswordHash> present = person == null ? Optional.empty() : Optional.ofNullable(stored.get(person));
        return password.hashUnlessIs(present).map(hash -> hash.map(target::with).orElse(target));
    }

    private static List<LineResult> inOrder(List<LineResult> some, List<LineResult> others) {
        if (some.isEmpty()) {
            return others;
        }
        List<LineResult> all = new ArrayList<>(some);
        all.addAll(others);
        all.sort(Comparator.comparingLong(LineResult::line));
        return all;
    }

    private static boolean isOvertaken(Throwable thrown) {
        return thrown instanceof Overtaken
                || is(thrown, Kind.CONFLICT)
                || is(thrown, Kind.STALE)
                || is(thrown, Kind.DUPLICATE)
                || is(thrown, Kind.INVALID);
    }

    private static boolean isUnavailable(Throwable thrown) {
        return is(thrown, Kind.UNAVAILABLE);
    }

    private static boolean is(Throwable thrown, Kind kind) {
        return thrown instanceof FacadeException known && known.failure().kind() == kind;
    }
}

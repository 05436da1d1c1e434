package io.dragoman.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.cache.World.Asked;
import io.dragoman.cache.World.Statement;
import io.dragoman.cache.World.Told;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One history of a {@link World}: steps chosen by chance, each answer held to the {@link Truth}. */
final class History {

    private static final int STEPS = 150;

    private final World world = new World();
    private final Truth truth = new Truth(world);
    private final Random random;
    private final List<String> steps = new ArrayList<>();
    private final List<Throwable> wrong = new ArrayList<>();

    /** This replica's own writes, committed and not answered yet. */
    private final List<Told> writes = new ArrayList<>();

    private int waiting;
    private double served;

    History(long seed) {
        random = new Random(seed);
    }

    void run() {
        for (int step = 0; step < STEPS && wrong.isEmpty(); step++) {
            world.nanos += 1 + random.nextInt(1_000);
            step();
        }
        if (wrong.isEmpty()) {
            comeToRest();
        }
        if (!wrong.isEmpty()) {
            throw new AssertionError(String.join("\n", steps), wrong.get(0));
        }
    }

    private void step() {
        switch (random.nextInt(15)) {
            case 0, 1, 2, 3 -> read(anyKey());
            case 4, 5 -> advanceStatement();
            case 6 -> elsewhere();
            case 7 -> ownWrite();
            case 8 -> answerWrite();
            case 9, 10 -> hear();
            case 11 -> connection();
            case 12, 13 -> beat();
            default -> passTime();
        }
    }

    /** One reader in ten goes away at once. */
    private void read(Asked key) {
        boolean stays = random.nextInt(10) != 0;
        note((stays ? "read " : "read and leave ") + key);
        long asked = world.nanos;
        long newest = truth.knownOf(key, true);
        long newestToRead = truth.knownOf(key, false);
        waiting++;
        int before = waiting;
        Cancellable reader = world.read(key)
                .subscribe()
                .with(
                        value -> answered(() -> check(key, value, asked, newest, newestToRead)),
                        failure -> answered(() -> note("unavailable " + key)));
        if (!stays && waiting == before) {
            reader.cancel();
            waiting--;
        }
    }

    /** What is thrown here would get lost in the reader. */
    private void answered(Runnable check) {
        waiting--;
        try {
            check.run();
        } catch (Throwable failed) {
            wrong.add(failed);
        }
    }

    private void check(Asked key, String value, long asked, long newest, long newestToRead) {
        boolean isServed = world.staleAnswers() > served;
        served = world.staleAnswers();
        note((isServed ? "served " : "answer ") + key + " = " + value);
        truth.check(key, value, asked, isServed ? newest : newestToRead, isServed);
    }

    private void advanceStatement() {
        if (world.statements.isEmpty()) {
            return;
        }
        Statement statement = world.statements.get(random.nextInt(world.statements.size()));
        if (random.nextInt(8) == 0) {
            note("a statement fails");
            statement.fail();
        } else if (statement.hasLooked()) {
            note("a statement answers");
            statement.answer();
        } else {
            note("a statement looks");
            statement.look();
        }
    }

    private void elsewhere() {
        if (world.reachable) {
            note("another replica commits " + commit());
        }
    }

    private void ownWrite() {
        if (world.reachable) {
            writes.add(new Told(commit(), world.nanos));
            note("this replica commits " + writes.get(writes.size() - 1));
        }
    }

    private Change commit() {
        Change change =
                world.commit(random.nextInt(World.ACCOUNTS), random.nextInt(World.PEOPLE), random.nextInt(4) != 0);
        truth.observe();
        return change;
    }

    /** Who wrote is answered, or nobody knows what became of his write; what is read from then on has seen it. */
    private void answerWrite() {
        if (writes.isEmpty()) {
            return;
        }
        Told write = writes.remove(random.nextInt(writes.size()));
        boolean known = random.nextInt(4) != 0;
        note((known ? "answered: " : "nobody knows of: ") + write);
        Uni<Void> outcome = known
                ? Uni.createFrom().voidItem()
                : Uni.createFrom().failure(Failure.of(Kind.UNAVAILABLE).toException());
        world.coherence.dropping(write.change(), outcome).subscribe().with(done -> {}, failure -> {});
        if (known) {
            truth.heard(write.change(), write.at());
        } else {
            truth.suspects(write.change(), write.at());
        }
    }

    private void hear() {
        if (world.connected) {
            world.hear().ifPresent(told -> {
                note("hears " + told);
                truth.heard(told.change(), told.at());
            });
        }
    }

    private void connection() {
        if (world.connected && random.nextInt(2) == 0) {
            note("connection lost");
            world.disconnect();
        } else if (!world.connected && world.reachable) {
            note("connection made");
            world.connect();
        } else {
            outage();
        }
    }

    private void outage() {
        world.reachable = !world.reachable;
        note("database reachable: " + world.reachable);
        if (!world.reachable) {
            world.disconnect();
            List.copyOf(world.statements).forEach(Statement::fail);
        }
    }

    /** A sign of life arrives after all that was told before it. */
    private void beat() {
        if (world.connected) {
            note("sign of life");
            while (!world.told.isEmpty()) {
                hear();
            }
            world.prove(world.nanos);
            truth.mayHaveMissed();
        }
    }

    private void passTime() {
        Duration time = Duration.ofMillis(random.nextInt(4_000));
        note("time passes: " + time);
        world.nanos += time.toNanos();
    }

    /** Everything under way ends, all is heard, and what is read then is what was committed last. */
    private void comeToRest() {
        note("rest");
        world.reachable = true;
        if (!world.connected) {
            world.connect();
        }
        beat();
        finishAll();
        for (Asked key : Truth.everyKey()) {
            List<String> read = new ArrayList<>();
            world.read(key).subscribe().with(read::add, wrong::add);
            finishAll();
            answered(() -> assertThat(read).as("%s at rest", key).containsExactly(world.committed(key)));
            waiting++;
        }
        answered(() -> assertThat(waiting).as("still waiting").isEqualTo(-1));
    }

    private void finishAll() {
        while (!world.statements.isEmpty()) {
            Statement statement = world.statements.get(0);
            if (!statement.hasLooked()) {
                statement.look();
            }
            statement.answer();
        }
    }

    private Asked anyKey() {
        return new Asked(random.nextInt(World.ACCOUNTS), random.nextInt(World.PEOPLE + 1) - 1);
    }

    private void note(String step) {
        steps.add(step);
    }
}

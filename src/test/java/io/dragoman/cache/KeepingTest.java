package io.dragoman.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.cache.World.Asked;
import io.dragoman.cache.World.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is made of remembered values is kept only as long as those would be served. */
class KeepingTest {

    private static final Asked PERSON = new Asked(0, 0);

    /** Stands for what is made of the person. */
    private static final Asked ANSWER = new Asked(0, -1);

    private final World world = new World();

    @Test
    void what_is_made_while_changes_are_heard_is_kept_until_one_may_have_been_missed() {
        world.connect();
        world.prove(world.nanos);
        Mark mark = world.coherence.mark();

        world.cache.keep(ANSWER, read(), mark);

        assertThat(world.cache.find(ANSWER)).isEqualTo("nobody");
        world.disconnect();
        world.connect();
        world.prove(world.nanos);
        assertThat(world.cache.find(ANSWER)).isNull();
    }

    /** Between a connection and its proof a value may be remembered that was changed before there was anybody to hear it. */
    @Test
    void what_is_made_before_changes_are_known_to_be_heard_is_not_kept() {
        read();
        world.commit(0, 0, true);
        world.connect();
        Mark mark = world.coherence.mark();

        world.cache.keep(ANSWER, read(), mark);

        world.prove(world.nanos);
        assertThat(world.cache.find(ANSWER)).isNull();
    }

    @Test
    void a_change_while_it_is_made_is_not_kept_out() {
        world.connect();
        world.prove(world.nanos);
        Mark mark = world.coherence.mark();
        String made = read();

        world.commit(0, 0, true);
        world.hear();
        world.cache.keep(ANSWER, made, mark);

        assertThat(world.cache.find(ANSWER)).isNull();
    }

    private String read() {
        List<String> read = new ArrayList<>();
        world.read(PERSON).subscribe().with(read::add);
        List.copyOf(world.statements).forEach(Statement::look);
        List.copyOf(world.statements).forEach(Statement::answer);
        return read.get(0);
    }
}

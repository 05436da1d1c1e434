package io.dragoman.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.LogContext;
import org.jboss.logmanager.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HeldHandlersTest {

    private final Output output = new Output();
    private final Logger logger = LogContext.create().getLogger("some.category");

    @BeforeEach
    void listen() {
        // As Quarkus has it: what writes stands behind another handler of the root.
        Behind behind = new Behind();
        behind.addHandler(output);
        logger.getParent().addHandler(behind);
    }

    @Test
    void lines_are_written_out_together() {
        HeldHandlers.of(logger).together(() -> {
            logger.info("one");
            logger.info("two");
            assertThat(output.lines).isEqualTo(2);
            assertThat(output.written).isZero();
        });

        assertThat(output.written).isEqualTo(2);
    }

    @Test
    void what_is_logged_afterwards_is_written_out_at_once() {
        HeldHandlers.of(logger).together(() -> logger.info("one"));

        logger.info("two");

        assertThat(output.written).isEqualTo(2);
    }

    @Test
    void an_action_that_fails_leaves_nothing_behind() {
        assertThatThrownBy(() -> HeldHandlers.of(logger).together(() -> {
                    logger.info("one");
                    throw new IllegalStateException("failed");
                }))
                .hasMessage("failed");

        assertThat(output.written).isOne();
        assertThat(output.isAutoFlush()).isTrue();
    }

    @Test
    void a_handler_that_holds_its_lines_anyway_stays_as_it_is() {
        output.setAutoFlush(false);

        HeldHandlers.of(logger).together(() -> logger.info("one"));

        assertThat(output.isAutoFlush()).isFalse();
    }

    /** Hands on what it is given. */
    private static final class Behind extends ExtHandler {

        @Override
        protected void doPublish(ExtLogRecord entry) {
            publishToNestedHandlers(entry);
            super.doPublish(entry);
        }
    }

    /** Counts what it was given, and how much of it is written out. */
    private static final class Output extends ExtHandler {

        private int lines;
        private int written;

        @Override
        protected void doPublish(ExtLogRecord entry) {
            lines++;
            super.doPublish(entry);
        }

        @Override
        public void flush() {
            written = lines;
        }
    }
}

package io.dragoman.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.directory.PasswordHash;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VerifiedPasswordsTest {

    private static final PasswordHash STORED = new PasswordHash("stored");
    private static final PasswordText RIGHT = PasswordText.ofPlain("right");

    private final AtomicLong nanos = new AtomicLong();
    private final VerifiedPasswords verified = new VerifiedPasswords(Configured.passwords(), nanos::get);

    @BeforeEach
    void remember_the_right_one() {
        verified.remember(STORED, RIGHT);
    }

    @Test
    void a_right_password_is_known() {
        assertThat(verified.knows(STORED, RIGHT)).isTrue();
    }

    @Test
    void another_password_is_not_known() {
        assertThat(verified.knows(STORED, PasswordText.ofPlain("wrong"))).isFalse();
    }

    @Test
    void a_password_is_not_known_for_another_hash() {
        assertThat(verified.knows(new PasswordHash("changed"), RIGHT)).isFalse();
    }

    @Test
    void a_password_is_forgotten_some_time_after_it_was_last_right() {
        pass(Duration.ofMinutes(9));
        assertThat(verified.knows(STORED, RIGHT)).isTrue();

        pass(Duration.ofMinutes(9));
        assertThat(verified.knows(STORED, RIGHT)).isTrue();

        pass(Duration.ofMinutes(11));
        assertThat(verified.knows(STORED, RIGHT)).isFalse();
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}

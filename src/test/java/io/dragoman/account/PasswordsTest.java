package io.dragoman.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.directory.PasswordHash;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    private static final String MD5_OF_PASSWORD = "5f4dcc3b5aa765d61d8327deb882cf99";

    private final CountingPool pool = new CountingPool();
    private final Passwords passwords =
            new Passwords(new Argon2(64, 1, 1), pool, new VerifiedPasswords(Configured.passwords()));

    @AfterEach
    void stop() {
        pool.stop();
    }

    @Test
    void a_plain_password_is_verified() {
        PasswordHash stored = get(passwords.hash("password"));

        assertThat(isRight("password", stored)).isTrue();
        assertThat(isRight("Password", stored)).isFalse();
    }

    @Test
    void a_password_that_arrived_as_md5_is_verified_by_its_plain_text() {
        assertThat(isRight("password", get(passwords.hashMd5(MD5_OF_PASSWORD)))).isTrue();
        assertThat(isRight("password", get(passwords.hashMd5(MD5_OF_PASSWORD.toUpperCase(Locale.ROOT)))))
                .isTrue();
    }

    @Test
    void the_md5_of_a_password_does_not_log_in() {
        assertThat(isRight(MD5_OF_PASSWORD, get(passwords.hash("password")))).isFalse();
    }

    @Test
    void a_text_that_arrived_as_md5_and_is_none_is_kept_and_matches_nothing() {
        assertThat(isRight("password", get(passwords.hashMd5("password")))).isFalse();
    }

    @Test
    void without_a_stored_hash_one_is_computed_all_the_same() {
        boolean right = get(passwords.verify("password", Optional.empty()));

        assertThat(right).isFalse();
        assertThat(pool.computed).hasValue(1);
    }

    @Test
    void a_right_password_is_computed_once() {
        PasswordHash stored = get(passwords.hash("password"));
        pool.computed.set(0);

        assertThat(isRight("password", stored)).isTrue();
        assertThat(isRight("password", stored)).isTrue();

        assertThat(pool.computed).hasValue(1);
    }

    @Test
    void a_wrong_password_is_computed_each_time() {
        PasswordHash stored = get(passwords.hash("password"));
        pool.computed.set(0);

        assertThat(isRight("wrong", stored)).isFalse();
        assertThat(isRight("wrong", stored)).isFalse();

        assertThat(pool.computed).hasValue(2);
    }

    @Test
    void a_changed_password_is_not_remembered_as_right() {
        PasswordHash old = get(passwords.hash("password"));
        assertThat(isRight("password", old)).isTrue();

        PasswordHash changed = get(passwords.hash("other"));

        assertThat(isRight("password", changed)).isFalse();
    }

    private boolean isRight(String plain, PasswordHash stored) {
        return get(passwords.verify(plain, Optional.of(stored)));
    }

    private static <T> T get(Uni<T> uni) {
        return uni.await().indefinitely();
    }

    /** Counts what is asked of it. */
    private static final class CountingPool extends HashingPool {

        private final AtomicInteger computed = new AtomicInteger();

        CountingPool() {
            super(Configured.passwords(), new SimpleMeterRegistry());
        }

        @Override
        <T> Uni<T> compute(Supplier<T> work) {
            return super.compute(() -> {
                computed.incrementAndGet();
                return work.get();
            });
        }
    }
}

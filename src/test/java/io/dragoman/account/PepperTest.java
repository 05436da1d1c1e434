package io.dragoman.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PepperTest {

    private static final byte[] STORED = "stored".getBytes(StandardCharsets.UTF_8);

    private final AtomicInteger questions = new AtomicInteger();
    private final SecretStore store = this::answer;

    @Test
    void the_stored_secret_is_asked_for_once() {
        Pepper pepper = new Pepper(Configured.secrets(Map.of()), store);

        String first = pepper.hash("key", "text").await().indefinitely();
        String second = pepper.hash("key", "text").await().indefinitely();

        assertThat(first).isEqualTo(new KeyedHash(STORED).hex("key", "text")).isEqualTo(second);
        assertThat(questions).hasValue(1);
    }

    @Test
    void the_operators_own_secret_comes_first() {
        Pepper pepper = new Pepper(Configured.secrets(Map.of("dragoman.secrets.pepper", "mine")), store);

        String hash = pepper.hash("key", "text").await().indefinitely();

        assertThat(hash).isEqualTo(new KeyedHash("mine".getBytes(StandardCharsets.UTF_8)).hex("key", "text"));
        assertThat(questions).hasValue(0);
    }

    @Test
    void what_the_secret_does_not_find_is_looked_for_under_the_former_one() {
        Pepper pepper = pepper("dragoman.secrets.former-pepper", "theirs");

        assertThat(found(pepper, hash("theirs"))).contains(hash("theirs"));
        assertThat(found(pepper, hash("mine"))).contains(hash("mine"));
        assertThat(found(pepper, hash("another"))).isEmpty();
        assertThat(questions).hasValue(0);
    }

    @Test
    void the_former_secret_may_be_the_stored_one() {
        Pepper pepper = pepper("dragoman.secrets.former-stored", "true");

        assertThat(found(pepper, new KeyedHash(STORED).hex("key", "text"))).isPresent();
        assertThat(found(pepper, hash("theirs"))).isEmpty();
    }

    @Test
    void without_a_rotation_nothing_is_looked_for_twice() {
        Pepper pepper = new Pepper(Configured.secrets(Map.of("dragoman.secrets.pepper", "mine")), store);
        List<String> asked = new ArrayList<>();

        Optional<String> found = pepper.find("key", "text", hash -> {
                    asked.add(hash);
                    return Uni.createFrom().item(Optional.<String>empty());
                })
                .await()
                .indefinitely();

        assertThat(found).isEmpty();
        assertThat(asked).containsExactly(hash("mine"));
    }

    private Pepper pepper(String key, String value) {
        return new Pepper(Configured.secrets(Map.of("dragoman.secrets.pepper", "mine", key, value)), store);
    }

    /** What is found where only one hash is kept. */
    private static Optional<String> found(Pepper pepper, String kept) {
        return pepper.find(
                        "key",
                        "text",
                        hash -> Uni.createFrom().item(Optional.of(hash).filter(kept::equals)))
                .await()
                .indefinitely();
    }

    private static String hash(String pepper) {
        return new KeyedHash(pepper.getBytes(StandardCharsets.UTF_8)).hex("key", "text");
    }

    @Test
    void equal_texts_of_two_purposes_or_two_secrets_have_nothing_in_common() {
        KeyedHash keyed = new KeyedHash(STORED);

        assertThat(keyed.hex("key", "text"))
                .matches("[0-9a-f]{64}")
                .isNotEqualTo(keyed.hex("pin:1", "text"))
                .isNotEqualTo(new KeyedHash(new byte[] {1}).hex("key", "text"));
    }

    private Uni<byte[]> answer(String name) {
        assertThat(name).isEqualTo("pepper");
        questions.incrementAndGet();
        return Uni.createFrom().item(STORED);
    }
}

package io.dragoman.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.cache.Change.Subject;
import io.dragoman.directory.AccountId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told on the channel of changes. */
class ChangeTest {

    private static final UUID ID = UUID.fromString("0197a3c0-0000-7000-8000-000000000001");

    @ParameterizedTest
    @CsvSource({
        "new, NEW",
        "person, PERSON",
        "key, KEY",
        "role, CONTENT",
        "property, CONTENT",
        "company, CONTENT",
        "account, ACCOUNT",
        "something else, ACCOUNT"
    })
    void names_what_it_touches(String word, Subject subject) {
        assertThat(Change.parse("7:" + word + ":" + ID)).isEqualTo(new Change(new AccountId(7), subject, ID));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "7:person", "seven:person:0197a3c0-0000-7000-8000-000000000001", "7:person:x"})
    void anything_else_is_none(String message) {
        assertThat(Change.parse(message)).isNull();
    }

    @Test
    void something_new_touches_nothing_else() {
        Slots slots = new Slots();
        AccountId account = new AccountId(7);

        slots.mark(Change.ofSomethingNew(account), 1);

        assertThat(slots.isUntouched(
                        new int[] {Slots.account(account), Slots.thing(account, ID), Slots.strangers()}, 0))
                .isTrue();
        assertThat(slots.isUntouched(new int[] {Slots.content(account)}, 0)).isFalse();
    }
}

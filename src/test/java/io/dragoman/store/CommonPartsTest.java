package io.dragoman.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CommonPartsTest {

    private static final CommonParts CUSTOMERS = CommonParts.of(IntStream.range(0, 100)
            .mapToObj(i -> "user" + i + "@customer.example")
            .toList());

    @Test
    void a_text_is_looked_for_by_what_few_have_of_it() {
        assertThat(CUSTOMERS.rare("user4711@customer")).containsExactly("r4711@");
        assertThat(CUSTOMERS.rare("jane@customer.example.org")).containsExactly("jane@c", "le.org");
    }

    @Test
    void a_text_of_which_most_have_every_part_is_not_looked_for() {
        assertThat(CUSTOMERS.rare("customer.example")).isEmpty();
        assertThat(CUSTOMERS.rare("user7")).isEmpty();
        assertThat(CUSTOMERS.rare("@c")).isEmpty();
        assertThat(CUSTOMERS.rare("e")).isEmpty();
    }

    @Test
    void one_rare_part_alone_may_not_be_rare_enough() {
        assertThat(CUSTOMERS.rare("user77")).containsExactly("user77");
        assertThat(CUSTOMERS.rare("q")).containsExactly("q");
    }

    @Test
    void where_nothing_is_known_the_whole_text_is_looked_for() {
        assertThat(CommonParts.NONE.rare("customer.example")).containsExactly("customer.example");
        assertThat(CommonParts.NONE.rare("ab")).containsExactly("ab");
        assertThat(CommonParts.NONE.rare("")).containsExactly("");
    }

    @Test
    void characters_of_two_units_stay_whole() {
        CommonParts common = CommonParts.of(List.of("a\uD83D\uDE00bc"));

        assertThat(common.rare("a\uD83D\uDE00bc\uD83D\uDE01\uD83D\uDE02"))
                .containsExactly("bc\uD83D\uDE01\uD83D\uDE02");
    }

    @Test
    void whoever_has_the_text_has_what_is_looked_for() {
        Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            CommonParts common = CommonParts.of(
                    IntStream.range(0, 60).mapToObj(i -> text(random, 8)).toList());
            String text = text(random, 12);

            assertThat(text(random, 5) + text + text(random, 5)).matches(pattern(common.rare(text)));
        }
    }

    private static Pattern pattern(List<String> parts) {
        return Pattern.compile(parts.stream().map(Pattern::quote).collect(Collectors.joining(".*", ".*", ".*")));
    }

    private static String text(Random random, int longest) {
        List<String> characters = new ArrayList<>();
        for (int i = random.nextInt(longest + 1); i > 0; i--) {
            characters.add(List.of("a", "b", "@", "\uD83D\uDE00", "\u00e4").get(random.nextInt(5)));
        }
        return String.join("", characters);
    }
}

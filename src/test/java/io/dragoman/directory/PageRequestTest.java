package io.dragoman.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageRequestTest {

    @Test
    void counts_pages_from_one() {
        assertThat(PageRequest.page(3, 20).offset()).isEqualTo(40);
        assertThat(PageRequest.page(0, 20).offset()).isZero();
    }

    @Test
    void does_not_overflow() {
        assertThat(PageRequest.page(Long.MAX_VALUE, 1_000).offset()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void past_the_end_clamps_to_the_last_page_where_asked() {
        assertThat(PageRequest.page(99, 10).clampedToLast().offsetWithin(23)).isEqualTo(20);
        assertThat(PageRequest.page(99, 10).clampedToLast().offsetWithin(20)).isEqualTo(10);
        assertThat(PageRequest.page(99, 10).clampedToLast().offsetWithin(0)).isZero();
        assertThat(PageRequest.page(99, 10).offsetWithin(23)).isEqualTo(980);
    }
}

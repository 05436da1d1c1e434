package io.dragoman.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VocabularyTest {

    @Test
    void holds_every_permission_of_the_vocabulary_once() {
        assertThat(Vocabulary.ALL).hasSize(14 * 4 + 48);
        assertThat(Vocabulary.ALL)
                .contains(
                        Permission.USERS_VIEW,
                        Permission.of("pos:change_version"),
                        Permission.of("data:export_import"));
    }
}

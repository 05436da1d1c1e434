package io.dragoman.embedded.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.account.Passwords;
import io.dragoman.account.Pepper;
import io.dragoman.directory.PasswordHash;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DemoStartTest {

    @Inject
    DataSource database;

    @Inject
    Pepper pepper;

    @Inject
    Passwords passwords;

    @Inject
    DemoStart start;

    @Test
    void the_demo_accounts_are_there_once_the_application_is_up() {
        assertThat(new DemoDirectory(database).rows("select name from account")).contains("acme", "globex", "initech");
        assertThat(start.hasDemoData()).isTrue();
    }

    @Test
    void a_demo_key_is_found_by_the_applications_own_hash() {
        String hash = pepper.hash("key", "acme-picqer-key").await().indefinitely();

        assertThat(new DemoDirectory(database)
                        .rows("select login from api_key join person on person.id = person_id where hash = ?", hash))
                .containsExactly("stephan");
    }

    @Test
    void a_demo_password_is_right_for_the_application() {
        PasswordHash stored = new PasswordHash(
                new DemoDirectory(database).one("select password from person where login = 'staff001'"));

        assertThat(passwords.verify("demo-staff-1", Optional.of(stored)).await().indefinitely())
                .isTrue();
        assertThat(stored.encoded()).startsWith("$argon2id$v=19$");
    }
}

package io.dragoman.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordTextTest {

    @Test
    void plain_and_md5_spellings_of_a_password_are_equal() {
        assertThat(PasswordText.ofPlain("password"))
                .isEqualTo(PasswordText.ofMd5("5f4dcc3b5aa765d61d8327deb882cf99"))
                .isEqualTo(PasswordText.ofMd5("5F4DCC3B5AA765D61D8327DEB882CF99"));
    }

    @Test
    void a_text_that_is_no_md5_is_taken_as_it_is() {
        assertThat(PasswordText.ofMd5("Not md5").md5()).isEqualTo("not md5");
    }

    @Test
    void a_password_outside_ascii_is_read_as_utf_8() {
        assertThat(PasswordText.ofPlain("Zoë").md5()).isEqualTo("fb44af73417cf03c023d098e7f07c114");
    }

    @Test
    void it_is_not_shown() {
        assertThat(PasswordText.ofMd5("secret").toString()).doesNotContain("secret");
    }
}

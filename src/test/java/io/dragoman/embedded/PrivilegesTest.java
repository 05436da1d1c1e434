package io.dragoman.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class PrivilegesTest {

    @Test
    void the_effective_user_decides_not_the_real_one() throws IOException {
        assertThat(Privileges.effectiveUser("Name:\tjava\nUid:\t1000\t0\t1000\t0\nGid:\t1\t1\t1\t1\n"))
                .isZero();
    }
}

package io.dragoman.dialect.erply;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What canonical failures are in Erply's codes. */
class RefusalTest {

    @ParameterizedTest
    @CsvSource({
        "UNAVAILABLE, x, 1003, ",
        "INTERNAL, x, 1000, ",
        "RATE_LIMITED, x, 1002, ",
        "MALFORMED, x, 1015, requests",
        "BODY_TOO_LARGE, x, 1015, requests",
        "TARGET_TOO_LONG, x, 1015, requests",
        "INVALID, login, 1016, name",
        "INVALID, warehouses, 1016, warehouseIDs",
        "DUPLICATE, pin, 1012, cardCode",
        "NOT_FOUND, primaryRole, 1011, userGroupID",
        "FORBIDDEN, users:view, 1060, ",
        "FORBIDDEN, users:add, 1061, ",
        "FORBIDDEN, roles:edit, 1062, ",
        "FORBIDDEN, users:delete, 1063, ",
        "PROTECTED, x, 1062, ",
        "UNAUTHENTICATED, x, 1055, "
    })
    void has_a_code_and_names_the_parameter_where_the_code_does(Kind kind, String field, int code, String errorField) {
        Refusal refusal = Refusal.of(Failure.ofField(kind, field, "detail"));

        assertThat(refusal.code().number()).isEqualTo(code);
        assertThat(refusal.errorField()).isEqualTo(errorField);
    }
}

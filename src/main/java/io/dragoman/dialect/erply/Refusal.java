package io.dragoman.dialect.erply;

import io.dragoman.directory.Permission;
import io.dragoman.edge.Failures;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error answer of Erply's: its code and the parameter at fault.
 *
 * <p>Beside the canonical failures, as Erply tells more of them apart than the facade has kinds.
 */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What Erply calls the canonical values that its calls write. */
    private static final Map<String, String> PARAMETERS = Map.of(
            "login", "name",
            "pin", "cardCode",
            "primaryRole", "userGroupID",
            "warehouses", "warehouseIDs",
            "employeeNumber", "employeeID",
            "locale", "lang");

    private final ErplyCode code;
    private final @Nullable String field;

    private Refusal(ErplyCode code, @Nullable String field) {
        super(code.name(), null, false, false);
        this.code = code;
        this.field = field;
    }

    static Refusal of(ErplyCode code) {
        return new Refusal(code, code == ErplyCode.MALFORMED ? "requests" : null);
    }

    static Refusal of(ErplyCode code, String field) {
        return new Refusal(code, field);
    }

    /** What anything thrown is in Erply's codes. */
    static Refusal of(Throwable thrown) {
        return thrown instanceof Refusal refusal ? refusal : of(Failures.of(thrown));
    }

    /** What anything thrown is to those who count failures of all dialects. */
    Kind kind() {
        return code.kind();
    }

    /** What a canonical failure is in Erply's codes. */
    static Refusal of(Failure failure) {
        return switch (failure.kind()) {
            case MALFORMED, UNSUPPORTED_MEDIA_TYPE, BODY_TOO_LARGE, TARGET_TOO_LONG, HEADERS_TOO_LARGE ->
                of(ErplyCode.MALFORMED);
            case INVALID -> new Refusal(ErplyCode.INVALID, parameter(failure.field()));
            case DUPLICATE -> new Refusal(ErplyCode.NOT_UNIQUE, parameter(failure.field()));
            case UNAUTHENTICATED -> of(ErplyCode.SESSION_UNKNOWN);
            case FORBIDDEN -> of(lackOf(failure.field()));
            case PROTECTED -> of(ErplyCode.NO_EDITING_RIGHTS);
            case NOT_FOUND -> new Refusal(ErplyCode.NO_SUCH_ITEM, parameter(failure.field()));
            case NO_SUCH_PATH, METHOD_NOT_ALLOWED -> of(ErplyCode.UNKNOWN_CALL);
            case NOT_ACCEPTABLE -> of(ErplyCode.UNKNOWN_OUTPUT_FORMAT);
            case CONFLICT, STALE, CONDITION_MISSING -> of(ErplyCode.REFERENCED);
            case RATE_LIMITED -> of(ErplyCode.QUOTA_EXCEEDED);
            case UNAVAILABLE -> of(ErplyCode.DATABASE_UNREACHABLE);
            case INTERNAL -> of(ErplyCode.MAINTENANCE);
        };
    }

    /** The code for a permission that is missing. */
    private static ErplyCode lackOf(@Nullable String permission) {
        String action = permission == null ? "view" : Permission.of(permission).action();
        return switch (action) {
            case "add" -> ErplyCode.NO_ADDING_RIGHTS;
            case "edit" -> ErplyCode.NO_EDITING_RIGHTS;
            case "delete" -> ErplyCode.NO_DELETING_RIGHTS;
            default -> ErplyCode.NO_VIEWING_RIGHTS;
        };
    }

    private static @Nullable String parameter(@Nullable String canonical) {
        return canonical == null ? null : PARAMETERS.getOrDefault(canonical, canonical);
    }

    ErplyCode code() {
        return code;
    }

    /** What {@code errorField} says. */
    @Nullable
    String errorField() {
        return code.namesField() ? field : null;
    }
}

package io.dragoman.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dragoman.operator.Key;
import io.dragoman.operator.Keys;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An API key as the operator reads and writes it; the key itself is told once, when it is made. */
@Schema(name = "Key")
@JsonInclude(JsonInclude.Include.NON_NULL)
record KeyDocument(
        @Schema(readOnly = true) @Nullable UUID id,

        @Schema(readOnly = true, description = "Whose it is") @Nullable
        UUID person,

        @Schema(required = true, description = "The dialect it is used with; cannot be changed") @Nullable
        String system,

        @Schema(
                description = "The key. Sent to import one that clients have already; told when a key is made,"
                        + " and never again")
        @Nullable
        String secret,

        @Schema(readOnly = true, description = "Its last characters") @Nullable
        String hint,

        @Schema(minimum = "1", description = "Calls a window for this key alone") @Nullable
        Integer quota,

        @Nullable Instant expires,

        @Schema(
                readOnly = true,
                enumeration = {"active", "expired", "revoked"})
        @Nullable
        String state,

        @Schema(readOnly = true) @Nullable Instant created,
        @Schema(readOnly = true) @Nullable Instant revoked,

        @Schema(readOnly = true, description = "When it last let somebody in, to the minute") @Nullable
        Instant lastUsed) {

    static KeyDocument of(Key key, Instant now) {
        return of(key, null, now);
    }

    static KeyDocument made(Keys.Made made, Instant now) {
        return of(made.key(), made.secret(), now);
    }

    private static KeyDocument of(Key key, @Nullable String secret, Instant now) {
        return new KeyDocument(
                key.id(),
                key.person().value(),
                key.system(),
                secret,
                key.hint(),
                key.quota(),
                key.expires(),
                key.state(now).name().toLowerCase(Locale.ROOT),
                key.created(),
                key.revoked(),
                key.lastUsed());
    }

    /** Throws INVALID for what cannot make a key. */
    KeyDocument requireNew(Systems systems) {
        new Faults()
                .unless(system != null && systems.has(system), "/system", systems.unknown())
                .unless(quota == null || quota > 0, "/quota", "less than 1")
                .unless(
                        id == null
                                && person == null
                                && hint == null
                                && state == null
                                && created == null
                                && revoked == null
                                && lastUsed == null,
                        "",
                        "id, person, hint, state, created, revoked and lastUsed are read only")
                .raise();
        return this;
    }

    /** Throws INVALID where more than quota and expiry differ from a key as it is. */
    KeyDocument requireChangeOf(KeyDocument former) {
        KeyDocument rest = new KeyDocument(
                id, person, system, secret, hint, former.quota, former.expires, state, created, revoked, lastUsed);
        new Faults()
                .unless(Objects.equals(rest, former), "", "quota and expires are all that can be changed")
                .unless(quota == null || quota > 0, "/quota", "less than 1")
                .raise();
        return this;
    }

    @Override
    public String toString() {
        return "KeyDocument[" + id + "]";
    }
}

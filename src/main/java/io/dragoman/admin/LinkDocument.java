package io.dragoman.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dragoman.operator.Link;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A person's link to a role; only an active one gives the role's permissions. */
@Schema(name = "Link")
@JsonInclude(JsonInclude.Include.NON_NULL)
record LinkDocument(
        @Schema(required = true) @Nullable UUID role,

        @Schema(
                required = true,
                enumeration = {"active", "pending", "declined", "free"})
        @Nullable
        String status,

        @Schema(readOnly = true, description = "What systems know the link by") @Nullable
        Long number) {

    static LinkDocument of(Link link) {
        return new LinkDocument(link.role().value(), link.status().name().toLowerCase(Locale.ROOT), link.number());
    }
}

package io.dragoman.dialect.cscart;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.dragoman.directory.LinkStatus;
import io.dragoman.directory.RoleLink;
import org.jspecify.annotations.Nullable;

/** A user's link to a usergroup as CS-Cart sends it (cscart.md 3.8). */
@JsonPropertyOrder({"link_id", "usergroup_id", "status"})
record CsCartLink(
        @JsonProperty("link_id") String linkId,
        @JsonProperty("usergroup_id") String usergroupId,
        String status) {

    /** A link to a role that CS-Cart knows. */
    static CsCartLink of(RoleLink link) {
        return new CsCartLink(
                Long.toString(link.number()),
                Long.toString(link.role().known(CsCartDialect.ID)),
                status(link.status()));
    }

    static String status(LinkStatus status) {
        return switch (status) {
            case ACTIVE -> "A";
            case PENDING -> "P";
            case DECLINED -> "D";
            case FREE -> "F";
        };
    }

    /** The status that a letter is, null for one that is none. */
    static @Nullable LinkStatus status(String letter) {
        return switch (letter) {
            case "A" -> LinkStatus.ACTIVE;
            case "P" -> LinkStatus.PENDING;
            case "D" -> LinkStatus.DECLINED;
            case "F" -> LinkStatus.FREE;
            default -> null;
        };
    }
}

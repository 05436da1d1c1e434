package io.dragoman.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.directory.UserId;
import io.dragoman.operator.Change;
import io.dragoman.operator.ChangeFilter;
import io.dragoman.operator.ChangeLog;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /admin/v1/accounts/{account}/changes}: who changed what, when and through which system. */
@Path(AdminDialect.ROOT)
@Tag(name = "changes")
class ChangeResource implements AdminResource {

    private static final String PATH = "accounts/{account}/changes";
    private static final String LIST = "changes";

    private final Desk desk;
    private final ChangeLog log;
    private final AdminConfig config;

    ChangeResource(Desk desk, ChangeLog log, AdminConfig config) {
        this.desk = desk;
        this.log = log;
        this.config = config;
    }

    /** A line of the change log. */
    @Schema(name = "Change")
    record ChangeDocument(
            long id,
            Instant at,

            @Schema(description = "Login of who did it, or the operator's name")
            String by,

            @Schema(description = "The dialect it was done through, or admin")
            String system,

            @Schema(enumeration = {"person", "role", "property", "key", "account", "company"})
            String subject,

            UUID subjectId,

            @Schema(enumeration = {"create", "change", "delete", "link"})
            String action,

            @Schema(type = SchemaType.OBJECT, description = "The new values; of secrets only that they were written")
            JsonNode changes) {

        private static ChangeDocument of(Change change) {
            return new ChangeDocument(
                    change.id(),
                    change.at(),
                    change.actor(),
                    change.system(),
                    change.subject(),
                    change.subjectId(),
                    change.action(),
                    AdminJson.stored(change.changes().getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** A page of the change log. */
    @Schema(name = "ChangeList")
    record Listing(List<ChangeDocument> items, @Nullable String next) {}

    @GET
    @Path(PATH)
    @Operation(operationId = "listChanges", summary = "Changes for which all of this holds, the latest first")
    @Parameter(name = "person", in = ParameterIn.QUERY, description = "Of a person and his keys")
    @Parameter(name = "subject", in = ParameterIn.QUERY, description = "Of one thing")
    @Parameter(name = "by", in = ParameterIn.QUERY)
    @Parameter(name = "system", in = ParameterIn.QUERY)
    @Parameter(name = "since", in = ParameterIn.QUERY, schema = @Schema(format = "date-time"))
    @Parameter(name = "until", in = ParameterIn.QUERY, schema = @Schema(format = "date-time"))
    @Parameter(name = "limit", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.INTEGER))
    @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "From the former page's next")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Listing.class)))
    public Uni<Response> list(@PathParam("account") String account, @Context RoutingContext context) {
        Call call = Call.of(context);
        Parameters parameters = Parameters.of(call, config, "person", "subject", "by", "system", "since", "until");
        ChangeFilter filter = new ChangeFilter(
                parameters.parsed("person", "not an id", text -> new UserId(UUID.fromString(text))),
                parameters.parsed("subject", "not an id", UUID::fromString),
                parameters.text("by"),
                parameters.text("system"),
                parameters.time("since"),
                parameters.time("until"));
        Long before = Cursor.number(LIST, parameters.cursor());
        int limit = parameters.limit();
        return desk.account(account)
                .chain(id -> log.list(id, filter, before, limit))
                .map(slice -> Replies.list(call, LIST, slice, Change::id, ChangeDocument::of));
    }
}

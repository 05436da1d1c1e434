package io.dragoman.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.directory.AccountId;
import io.dragoman.directory.UserId;
import io.dragoman.operator.Key;
import io.dragoman.operator.KeyFilter;
import io.dragoman.operator.KeyRegister;
import io.dragoman.operator.Keys;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /admin/v1/accounts/{account}/keys}: the API keys of an account, whosever they are. */
@Path(AdminDialect.ROOT)
@Tag(name = "keys")
class KeyResource implements AdminResource {

    private static final String PATH = "accounts/{account}/keys";
    private static final String LIST = "keys";
    private static final Duration LONGEST_OVERLAP = Duration.ofDays(366);

    private final Desk desk;
    private final KeyRegister register;
    private final Keys keys;
    private final AdminConfig config;
    private final Clock clock;

    KeyResource(Desk desk, KeyRegister register, Keys keys, AdminConfig config, Clock clock) {
        this.desk = desk;
        this.register = register;
        this.keys = keys;
        this.config = config;
        this.clock = clock;
    }

    /** A page of keys. */
    @Schema(name = "KeyList")
    record Listing(List<KeyDocument> items, @Nullable String next) {}

    /** How one key takes another one's place. */
    @Schema(name = "Rotation")
    record RotationDocument(
            @Schema(description = "How long the former key goes on (ISO 8601)", example = "P7D", defaultValue = "PT0S")
            @Nullable
            String overlap,

            @Schema(description = "When the new key ends") @Nullable
            Instant expires) {}

    @GET
    @Path(PATH)
    @Operation(operationId = "listKeys", summary = "Keys for which all of this holds, by id")
    @Parameter(name = "person", in = ParameterIn.QUERY)
    @Parameter(name = "system", in = ParameterIn.QUERY)
    @Parameter(name = "hint", in = ParameterIn.QUERY, description = "The last characters, as they are told")
    @Parameter(name = "state", in = ParameterIn.QUERY, schema = @Schema(enumeration = {"active", "expired", "revoked"}))
    @Parameter(name = "limit", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.INTEGER))
    @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "From the former page's next")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Listing.class)))
    public Uni<Response> list(@PathParam("account") String account, @Context RoutingContext context) {
        Call call = Call.of(context);
        Parameters parameters = Parameters.of(call, config, "person", "system", "hint", "state");
        Instant now = clock.instant();
        KeyFilter filter = new KeyFilter(
                parameters.parsed("person", "not an id", text -> new UserId(UUID.fromString(text))),
                parameters.text("system"),
                parameters.text("hint"),
                parameters.parsed("state", "no such state", text -> Key.State.valueOf(text.toUpperCase(Locale.ROOT))),
                now);
        UUID after = Cursor.uuid(LIST, parameters.cursor());
        int limit = parameters.limit();
        return desk.account(account)
                .chain(id -> register.list(id, filter, after, limit))
                .map(slice -> Replies.list(call, LIST, slice, Key::id, key -> KeyDocument.of(key, now)));
    }

    @GET
    @Path(PATH + "/{key}")
    @Operation(operationId = "readKey", summary = "One key, without the key itself")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = KeyDocument.class)))
    public Uni<Response> single(
            @PathParam("account") String account, @PathParam("key") String id, @Context RoutingContext context) {
        Call call = Call.of(context);
        return with(
                account,
                id,
                (found, key) ->
                        Uni.createFrom().item(Replies.read(call, key.version(), KeyDocument.of(key, clock.instant()))));
    }

    @PATCH
    @Path(PATH + "/{key}")
    @Operation(operationId = "changeKey", summary = "Change a key's quota or expiry by a merge patch")
    @RequestBody(content = @Content(schema = @Schema(implementation = KeyDocument.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = KeyDocument.class)))
    public Uni<Response> change(
            @PathParam("account") String account, @PathParam("key") String id, @Context RoutingContext context) {
        Call call = Call.of(context);
        call.requireCondition(config);
        JsonNode patch = call.patch(config);
        return MergePatch.retried(call, () -> with(account, id, (found, key) -> change(call, found, key, patch)));
    }

    @POST
    @Path(PATH + "/{key}/rotate")
    @Operation(operationId = "rotateKey", summary = "Make a key in place of another, which goes on for a while")
    @RequestBody(content = @Content(schema = @Schema(implementation = RotationDocument.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = KeyDocument.class)))
    public Uni<Response> rotate(
            @PathParam("account") String account, @PathParam("key") String id, @Context RoutingContext context) {
        Call call = Call.of(context);
        RotationDocument rotation = AdminJson.document(call.json(config), RotationDocument.class);
        Duration overlap = overlap(rotation);
        return MergePatch.retried(
                call,
                () -> with(
                        account,
                        id,
                        (found, key) -> checked(call, key)
                                .chain(former ->
                                        keys.rotate(found, former, overlap, rotation.expires(), call.operator()))
                                .map(made -> made(account, made))));
    }

    @POST
    @Path(PATH + "/{key}/revoke")
    @Operation(operationId = "revokeKey", summary = "End a key at once")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = KeyDocument.class)))
    public Uni<Response> revoke(
            @PathParam("account") String account, @PathParam("key") String id, @Context RoutingContext context) {
        Call call = Call.of(context);
        return MergePatch.retried(
                call,
                () -> with(
                        account,
                        id,
                        (found, key) -> checked(call, key)
                                .chain(former -> former.revoked() != null
                                        ? Uni.createFrom().item(former)
                                        : register.revoke(found, former, call.operator()))
                                .map(revoked ->
                                        Replies.changed(revoked.version(), KeyDocument.of(revoked, clock.instant())))));
    }

    /** What is done with a key of an account. */
    private interface Work {

        Uni<Response> on(AccountId account, Key key);
    }

    private Uni<Response> change(Call call, AccountId account, Key former, JsonNode patch) {
        EntityTag.require(former.version(), call.ifMatch());
        Instant now = clock.instant();
        KeyDocument before = KeyDocument.of(former, now);
        KeyDocument wanted =
                MergePatch.applied(before, patch, KeyDocument.class).requireChangeOf(before);
        return register.change(account, former, wanted.quota(), wanted.expires(), call.operator())
                .map(key -> Replies.changed(key.version(), KeyDocument.of(key, now)));
    }

    private Uni<Key> checked(Call call, Key former) {
        call.requireCondition(config);
        EntityTag.require(former.version(), call.ifMatch());
        return Uni.createFrom().item(former);
    }

    private Uni<Response> with(String account, String id, Work work) {
        UUID key = Call.uuid(id);
        return desk.account(account)
                .chain(found -> register.get(found, key)
                        .map(known -> known.orElseThrow(Call::notFound))
                        .chain(known -> work.on(found, known)));
    }

    private Response made(String account, Keys.Made made) {
        return Replies.created(
                AdminDialect.ROOT + "/accounts/" + account + "/keys/"
                        + made.key().id(),
                made.key().version(),
                KeyDocument.made(made, clock.instant()));
    }

    private static Duration overlap(RotationDocument rotation) {
        try {
            Duration overlap = rotation.overlap() == null ? Duration.ZERO : Duration.parse(rotation.overlap());
            if (!overlap.isNegative() && overlap.compareTo(LONGEST_OVERLAP) <= 0) {
                return overlap;
            }
        } catch (DateTimeParseException e) {
            throw notAnOverlap();
        }
        throw notAnOverlap();
    }

    private static RuntimeException notAnOverlap() {
        return new Faults().failing("/overlap", "not a duration of up to 366 days as ISO 8601 writes it");
    }
}

package io.dragoman.admin;

import io.dragoman.directory.Avatar;
import io.dragoman.directory.AvatarStore;
import io.dragoman.directory.NewAvatar;
import io.dragoman.edge.Answer;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import io.dragoman.image.Images;
import io.dragoman.operator.Person;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Pictures of people, as bytes. */
@Path(AdminDialect.ROOT)
@Tag(name = "people")
class AvatarResource implements AdminResource {

    private static final String PATH = "accounts/{account}/people/{person}/avatar";
    private static final Set<String> TYPES = Set.of("image/png", "image/jpeg", "image/gif");

    private final Desk desk;
    private final AvatarStore avatars;
    private final Images images;
    private final AdminConfig config;

    AvatarResource(Desk desk, AvatarStore avatars, Images images, AdminConfig config) {
        this.desk = desk;
        this.avatars = avatars;
        this.images = images;
        this.config = config;
    }

    @GET
    @Path(PATH)
    @Operation(operationId = "readAvatar", summary = "The picture of a person, as it was stored")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "image/*", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Uni<Response> read(
            @PathParam("account") String account, @PathParam("person") String id, @Context RoutingContext context) {
        Call call = Call.of(context);
        return desk.person(account, id)
                .chain(person -> avatars.get(person.account(), person.id()))
                .map(found -> found.orElseThrow(Call::notFound))
                .map(avatar -> answer(call, avatar));
    }

    @PUT
    @Path(PATH)
    @Operation(operationId = "storeAvatar", summary = "Store a picture of a person: PNG, JPEG or GIF")
    @RequestBody(
            content = {
                @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/gif", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "204", description = "Stored")
    public Uni<Response> store(
            @PathParam("account") String account, @PathParam("person") String id, @Context RoutingContext context) {
        Call call = Call.of(context);
        requirePicture(call);
        byte[] bytes = call.exchange().body();
        return found(call, account, id)
                .chain(person -> images.inspect(bytes)
                        .map(picture -> new NewAvatar(picture.mediaType(), picture.width(), picture.height(), bytes))
                        .chain(avatar -> put(call, person, avatar)))
                .map(stored -> Replies.nothing());
    }

    @DELETE
    @Path(PATH)
    @Operation(operationId = "removeAvatar", summary = "Take a person's picture away")
    @APIResponse(responseCode = "204", description = "Taken away")
    public Uni<Response> remove(
            @PathParam("account") String account, @PathParam("person") String id, @Context RoutingContext context) {
        Call call = Call.of(context);
        return found(call, account, id)
                .chain(person -> avatars.delete(
                        person.account(), person.id(), call.operator().in(person.account())))
                .map(removed -> Replies.nothing());
    }

    /** The person whose picture is to be another, where the one there is is the one that the caller means. */
    private Uni<Person> found(Call call, String account, String id) {
        call.requireCondition(config);
        return desk.person(account, id)
                .call(person -> avatars.storedAt(person.account(), person.id())
                        .invoke(stored -> EntityTag.require(
                                stored.map(Instant::toEpochMilli).orElse(-1L), call.ifMatch())));
    }

    private Uni<Void> put(Call call, Person person, NewAvatar avatar) {
        return avatars.put(
                person.account(), person.id(), avatar, call.operator().in(person.account()));
    }

    /** What it really is, its bytes say. */
    private static void requirePicture(Call call) {
        String type = call.head().header("Content-Type");
        if (type == null || !TYPES.contains(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))) {
            throw Failure.of(Kind.UNSUPPORTED_MEDIA_TYPE, "image/png, image/jpeg or image/gif")
                    .toException();
        }
    }

    private static Response answer(Call call, Avatar avatar) {
        EntityTag tag =
                EntityTag.of(avatar.updated().toEpochMilli(), avatar.mediaType().getBytes(StandardCharsets.US_ASCII));
        boolean known = tag.isKnownTo(call.head().list("If-None-Match"));
        return Answer.of(known ? 304 : 200, avatar.mediaType(), known ? new byte[0] : avatar.bytes())
                .with("ETag", tag.value())
                .with("Cache-Control", "no-store")
                .with("X-Content-Type-Options", "nosniff")
                .toResponse();
    }
}

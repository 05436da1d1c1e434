package io.dragoman.dialect.billomat;

import io.dragoman.directory.Avatar;
import io.dragoman.directory.AvatarStore;
import io.dragoman.directory.Profile;
import io.dragoman.directory.User;
import io.dragoman.edge.Answer;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import io.dragoman.image.Images;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Pictures of people as Billomat sends them: cut square, uncut, or made up where there is none (billomat.md 8). */
@ApplicationScoped
class Avatars {

    private static final String PNG = "image/png";
    private static final String UNKNOWN = "application/octet-stream";

    private final AvatarStore store;
    private final Images images;

    Avatars(AvatarStore store, Images images) {
        this.store = store;
        this.images = images;
    }

    /** A person's picture, or 304 where the caller has it already. */
    Uni<Answer> find(User user, AvatarRequest request, @Nullable String ifNoneMatch) {
        return store.storedAt(user.account(), user.id())
                .chain(stored -> stored.map(moment -> stored(user, request, moment, ifNoneMatch))
                        .orElseGet(() -> placeholder(user, request, ifNoneMatch)));
    }

    private Uni<Answer> stored(User user, AvatarRequest request, Instant moment, @Nullable String ifNoneMatch) {
        EntityTag original = EntityTag.of(user.account(), user.id(), moment);
        EntityTag tag = request.full() ? original : EntityTag.of(original, request.size());
        if (tag.isKnownTo(ifNoneMatch)) {
            return notModified(tag);
        }
        return request.full()
                ? original(user).map(avatar -> answer(tag, type(avatar), avatar.bytes()))
                : images.square(original, request.size(), () -> original(user).map(Avatar::bytes))
                        .map(png -> answer(tag, PNG, png));
    }

    private Uni<Answer> placeholder(User user, AvatarRequest request, @Nullable String ifNoneMatch) {
        Profile profile = user.profile();
        int seed = user.id().hashCode();
        EntityTag tag = EntityTag.of(profile.firstName(), profile.lastName(), seed, request.size());
        return tag.isKnownTo(ifNoneMatch)
                ? notModified(tag)
                : images.placeholder(profile.firstName(), profile.lastName(), seed, request.size())
                        .map(png -> answer(tag, PNG, png));
    }

    /** Fails with NOT_FOUND where the picture was taken away meanwhile. */
    private Uni<Avatar> original(User user) {
        return store.get(user.account(), user.id()).map(Avatars::orNotFound);
    }

    private static Avatar orNotFound(Optional<Avatar> found) {
        return found.orElseThrow(() -> Failure.of(Kind.NOT_FOUND).toException());
    }

    /** What was not stored as a picture is not sent as a page or a script. */
    private static String type(Avatar avatar) {
        return avatar.mediaType().toLowerCase(Locale.ROOT).startsWith("image/") ? avatar.mediaType() : UNKNOWN;
    }

    private static Uni<Answer> notModified(EntityTag tag) {
        return Uni.createFrom().item(tagged(Answer.of(304, PNG, new byte[0]), tag));
    }

    private static Answer answer(EntityTag tag, String type, byte[] picture) {
        return tagged(Answer.of(200, type, picture), tag).with("X-Content-Type-Options", "nosniff");
    }

    private static Answer tagged(Answer answer, EntityTag tag) {
        return answer.with("ETag", tag.value()).with("Cache-Control", "private, no-cache");
    }
}

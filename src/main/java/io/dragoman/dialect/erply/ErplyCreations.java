package io.dragoman.dialect.erply;

import io.dragoman.directory.Once;
import io.dragoman.edge.Repetitions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Lets calls that make something do so once, however often they are sent under one {@code Idempotency-Key}.
 *
 * <p>The number of what was made is the first one's again; the envelope around it is of the moment.
 */
@ApplicationScoped
class ErplyCreations {

    /** Whoever logs in again to send a call again has another session, and says the same. */
    private static final Set<String> OF_THE_MOMENT = Set.of("sessionKey");

    private final Repetitions repetitions;

    ErplyCreations(Repetitions repetitions) {
        this.repetitions = repetitions;
    }

    /** The number of the thing made; the parameter for it tells what is made. */
    <T> Uni<Long> once(Asked asked, String parameter, ToLongFunction<T> number, Function<Once<T>, Uni<T>> creation) {
        return repetitions
                .once(
                        asked.key(),
                        asked.caller(),
                        () -> request(asked, parameter),
                        made -> Long.toString(number.applyAsLong(made)),
                        creation)
                .map(Long::valueOf);
    }

    private static byte[] request(Asked asked, String parameter) {
        return (parameter + "\n" + asked.params().text(OF_THE_MOMENT)).getBytes(StandardCharsets.UTF_8);
    }
}

package io.dragoman.edge;

import io.dragoman.account.ApiKey;
import io.dragoman.account.Principal;
import io.dragoman.cache.CacheConfig;
import io.dragoman.cache.CachePlan;
import io.dragoman.cache.Coherence;
import io.dragoman.cache.CoherentCache;
import io.dragoman.cache.Dependence;
import io.dragoman.cache.Mark;
import io.dragoman.directory.AccountId;
import io.dragoman.directory.User;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the bytes that answer a read, for the same caller who asks the same again, until anything of his account changes.
 *
 * <p>What is the same a dialect says ({@link Dialect#sameness}). Whoever asks is let in and counted each time before.
 */
@Singleton
class KeptAnswers {

    /** An entry with its key and an answer's head. */
    private static final int ENTRY = 600;

    private final Coherence coherence;
    private final CoherentCache<Asked, Kept> answers;

    KeptAnswers(Coherence coherence, CacheConfig config) {
        this.coherence = coherence;
        answers = coherence.cache(new CachePlan<>(
                "answers",
                config.maxAge(),
                (asked, kept) -> Dependence.onAnythingOf(asked.account()),
                (asked, kept) ->
                        ENTRY + 2 * asked.what().length() + kept.answer().body().length));
    }

    /** Who asks for what. */
    private record Asked(
            String dialect, AccountId account, @Nullable UUID key, String what) {}

    /**
     * An answer and what is told of its request.
     *
     * @param caller as he was when he was answered: what he may see depends on it
     */
    private record Kept(Answer answer, User caller, String operation, int unread) {}

    /** The answer to a request that has been let in, null where none is kept; then the one it gets may be. */
    @Nullable
    Answer find(Exchange exchange) {
        String what = exchange.isAdmitted() ? exchange.dialect().sameness(exchange.head()) : null;
        if (what == null) {
            return null;
        }
        Principal principal = exchange.principal();
        Asked asked = asked(exchange, principal, what);
        Kept kept = answers.find(asked);
        if (kept == null || !kept.caller().equals(principal.user())) {
            Mark mark = coherence.mark();
            exchange.keeping(answer -> answers.keep(asked, kept(exchange, principal, answer), mark));
            return null;
        }
        exchange.operation(kept.operation());
        exchange.unread(kept.unread());
        return kept.answer();
    }

    private static Asked asked(Exchange exchange, Principal principal, String what) {
        ApiKey key = principal.key();
        return new Asked(exchange.dialect().id(), principal.account().id(), key == null ? null : key.id(), what);
    }

    private static Kept kept(Exchange exchange, Principal principal, Answer answer) {
        return new Kept(answer, principal.user(), exchange.operation(), exchange.unread());
    }
}

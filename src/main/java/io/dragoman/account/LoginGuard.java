package io.dragoman.account;

import io.dragoman.directory.AccountId;
import io.dragoman.directory.CaseFolding;
import io.dragoman.directory.User;
import io.dragoman.limit.Allowance;
import io.dragoman.limit.Quota;
import io.dragoman.limit.RateLimiter;
import io.dragoman.limit.Window;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Stands before every check of a password or PIN: counts the wrong ones per person and per address, and lets none be
 * checked past the limit.
 *
 * <p>Each attempt is counted before its check, for the address and then for the person, and given back unless it was
 * wrong; attempts on one person are checked one after the other, so that right ones sent together never count against
 * each other. An address past its limit does not even wait in a person's line.
 */
@ApplicationScoped
public class LoginGuard {

    private final RateLimiter limiter;
    private final LoginsConfig config;
    private final Pepper pepper;
    private final Turns turns;

    LoginGuard(RateLimiter limiter, LoginsConfig config, Pepper pepper) {
        this.limiter = limiter;
        this.config = config;
        this.pepper = pepper;
        this.turns = new Turns(config.waiting());
    }

    /** An attempt on a person. As {@link #attemptNamed}. */
    public <T> Uni<Optional<T>> attempt(User person, String address, Supplier<Uni<T>> check, Predicate<T> wrong) {
        return attempt(person.account(), "person:" + person.id().value(), address, check, wrong);
    }

    /**
     * An attempt on a login that is nobody's, which is locked as a person's is. Empty, without a check, where the person
     * or address is past the limit.
     */
    public <T> Uni<Optional<T>> attemptNamed(
            AccountId account, String login, String address, Supplier<Uni<T>> check, Predicate<T> wrong) {
        // People type passwords where their login belongs, and the names of buckets may be read by others.
        return pepper.hash("login:" + account.value(), CaseFolding.fold(login))
                .chain(name -> attempt(account, "login:" + name, address, check, wrong));
    }

    private <T> Uni<Optional<T>> attempt(
            AccountId account, String who, String address, Supplier<Uni<T>> check, Predicate<T> wrong) {
        String person = "login:" + account.value() + ":" + who;
        Quota ofPerson = new Quota(person, config.failures(), Window.fromFirstCall(config.failureWindow()));
        Quota ofAddress = new Quota(
                "login:address:" + AddressBlock.of(address),
                config.addressFailures(),
                new Window(config.addressWindow()));
        Supplier<Uni<Optional<T>>> counted =
                () -> counted(ofPerson, () -> check.get().map(Optional::of), wrong);
        // Memoized, as an attempt whose caller has gone still has to be settled.
        Uni<Optional<T>> inLine = Uni.createFrom()
                .deferred(() -> turns.inTurn(person, () -> counted(ofAddress, counted, wrong))
                        .memoize()
                        .indefinitely());
        return limiter.peek(ofAddress)
                .chain(left -> left.remaining() > 0 ? inLine : Uni.createFrom().item(Optional.empty()));
    }

    private <T> Uni<Optional<T>> counted(Quota quota, Supplier<Uni<Optional<T>>> check, Predicate<T> wrong) {
        return limiter.take(quota, 1)
                .chain(taken -> taken.granted()
                        ? settled(taken, check.get(), wrong)
                        : Uni.createFrom().item(Optional.empty()));
    }

    private <T> Uni<Optional<T>> settled(Allowance taken, Uni<Optional<T>> check, Predicate<T> wrong) {
        return check.onFailure()
                .call(() -> limiter.giveBack(taken, 1))
                .onItem()
                .call(result ->
                        result.filter(wrong).isPresent() ? Uni.createFrom().voidItem() : limiter.giveBack(taken, 1));
    }
}

package io.dragoman.dialect.erply;

import io.dragoman.account.Account;
import io.dragoman.account.SecretStore;
import io.dragoman.account.Session;
import io.dragoman.account.Sessions;
import io.dragoman.account.SharedKey;
import io.dragoman.directory.User;
import io.dragoman.directory.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Makes and reads JSON Web Tokens, which last as long as the session they come from and end with it (erply.md 3.9). */
@ApplicationScoped
class ErplyTokens {

    private static final String ISSUER = "dragoman";

    private final SharedKey key;
    private final Sessions sessions;
    private final Clock clock;

    ErplyTokens(SecretStore secrets, Sessions sessions, Clock clock) {
        this.key = new SharedKey(secrets, "web-tokens");
        this.sessions = sessions;
        this.clock = clock;
    }

    Uni<String> issue(TokenUse use, Account account, SignedIn who) {
        User user = who.user();
        TokenClaims claims = new TokenClaims(
                ISSUER,
                user.id().value().toString(),
                use.claim(),
                account.nameIn(ErplyDialect.ID),
                Long.toString(user.numbers().known(ErplyDialect.ID)),
                user.login(),
                user.credentialVersion(),
                clock.instant().getEpochSecond(),
                who.session().session().expires().getEpochSecond(),
                UUID.randomUUID().toString());
        return key.get().map(hash -> JsonWebToken.write(claims, hash));
    }

    /** The person of a token (1170, 1173, 1190, 1191, 1194). */
    Uni<User> holder(String token, TokenUse use, Account account) {
        return key.get()
                .map(hash -> JsonWebToken.read(token, hash).orElseThrow(() -> Refusal.of(ErplyCode.TOKEN_UNREADABLE)))
                .map(claims -> session(claims, use, account))
                .chain(sessions::holder)
                .map(holder ->
                        holder.filter(ErplyGate::isKnown).orElseThrow(() -> Refusal.of(ErplyCode.TOKEN_OF_NOBODY)));
    }

    /** The session a token stands for. */
    private Session session(TokenClaims claims, TokenUse use, Account account) {
        if (!use.claim().equals(claims.use()) || claims.sub() == null) {
            throw Refusal.of(ErplyCode.TOKEN_UNREADABLE);
        }
        if (claims.clientCode() == null) {
            throw Refusal.of(ErplyCode.TOKEN_WITHOUT_ACCOUNT);
        }
        if (!account.isNamed(ErplyDialect.ID, claims.clientCode())) {
            throw Refusal.of(ErplyCode.TOKEN_OF_OTHER_ACCOUNT);
        }
        Session session = new Session(
                account.id(),
                new UserId(UUID.fromString(claims.sub())),
                claims.ver(),
                Instant.ofEpochSecond(claims.iat()),
                Instant.ofEpochSecond(claims.exp()));
        if (session.isExpired(clock.instant())) {
            throw Refusal.of(ErplyCode.TOKEN_EXPIRED);
        }
        return session;
    }
}

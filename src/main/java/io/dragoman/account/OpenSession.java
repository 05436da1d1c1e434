package io.dragoman.account;

/**
 * A session and its text.
 *
 * @param token what the client sends with each call; never shown
 */
public record OpenSession(String token, Session session) {

    @Override
    public String toString() {
        return "OpenSession[…]";
    }
}

package io.dragoman.account;

/**
 * What an application shows of itself beside its user's credential.
 *
 * @param secret as it was sent; never shown
 */
public record AppCredential(String id, String secret) {

    @Override
    public String toString() {
        return "AppCredential[" + id + "]";
    }
}

package io.dragoman.directory;

/**
 * What a client calls one creating request, so that it may send it again.
 *
 * @param system the dialect it speaks
 * @param key its own name for the request; another person's or system's of the same name is another one
 * @param part which of several creations in one request
 * @param digest of all that makes the request the same one, of no use to whoever reads it
 */
public record RequestKey(AccountId account, UserId person, String system, String key, int part, String digest) {

    /** Characters of a key. */
    public static final int LONGEST = 255;

    public RequestKey {
        if (key.isEmpty() || key.length() > LONGEST) {
            throw new IllegalArgumentException("a key of " + key.length() + " characters");
        }
    }

    @Override
    public String toString() {
        return system + " request " + part + " of " + person;
    }
}

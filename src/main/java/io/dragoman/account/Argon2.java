package io.dragoman.account;

import io.dragoman.directory.PasswordHash;
import java.security.MessageDigest;
import java.security.SecureRandom;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id at a cost (RFC 9106, version 1.3); takes tens of milliseconds, so it is for worker threads alone.
 *
 * @param memoryKib memory of one computation
 * @param iterations passes over that memory
 * @param parallelism lanes the memory is split into, computed one after the other
 */
public record Argon2(int memoryKib, int iterations, int parallelism) {

    private static final int MOST_MEMORY_KIB = 256 * 1024;
    private static final int MOST_ITERATIONS = 16;
    private static final int MOST_PARALLELISM = 16;
    private static final int LEAST_MEMORY_KIB_A_LANE = 8;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Refuses with IllegalArgumentException what would keep a machine busy for longer than any login is worth. */
    public Argon2 {
        requireBetween("memory in KiB", memoryKib, LEAST_MEMORY_KIB_A_LANE * Math.max(1, parallelism), MOST_MEMORY_KIB);
        requireBetween("iterations", iterations, 1, MOST_ITERATIONS);
        requireBetween("parallelism", parallelism, 1, MOST_PARALLELISM);
    }

    /** The encoded hash of a password, under a new random salt. */
    public PasswordHash hash(PasswordText password) {
        byte[] salt = random(SALT_BYTES);
        return new PhcString(this, salt, compute(password.bytes(), salt, HASH_BYTES)).toPasswordHash();
    }

    /** Whether a password is the one a hash was made of, at the cost the hash names; false for one that is none. */
    public static boolean matches(PasswordHash stored, PasswordText password) {
        return PhcString.parse(stored)
                .filter(phc -> MessageDigest.isEqual(phc.hash(), recomputed(phc, password)))
                .isPresent();
    }

    /** A hash that costs what others cost, and that is no password's. */
    PasswordHash unmatchable() {
        return new PhcString(this, random(SALT_BYTES), random(HASH_BYTES)).toPasswordHash();
    }

    private static byte[] recomputed(PhcString phc, PasswordText password) {
        return phc.cost().compute(password.bytes(), phc.salt(), phc.hash().length);
    }

    private byte[] compute(byte[] password, byte[] salt, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKib)
                .withIterations(iterations)
                .withParallelism(parallelism)
                .withSalt(salt)
                .build());
        byte[] hash = new byte[length];
        generator.generateBytes(password, hash);
        return hash;
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static void requireBetween(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("Argon2 " + what + ": " + value + " is not in " + least + "–" + most);
        }
    }
}

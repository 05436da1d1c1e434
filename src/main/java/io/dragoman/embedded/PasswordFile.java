package io.dragoman.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** The database's random password, in a file that only its owner can read. */
record PasswordFile(Path file) {

    static PasswordFile of(Path home) {
        return new PasswordFile(home.resolve("password"));
    }

    String read() throws IOException {
        return Files.readString(file).strip();
    }

    String readOrCreate(boolean clusterExists) throws IOException {
        if (Files.exists(file)) {
            return read();
        }
        if (clusterExists) {
            throw new IOException("the database's password is missing: " + file);
        }
        return create();
    }

    private String create() throws IOException {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Path unfinished = file.resolveSibling("password.tmp");
        try (FileChannel channel = FileChannel.open(
                unfinished,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            channel.write(ByteBuffer.wrap((password + "\n").getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
        Folders.publish(unfinished, file, false);
        return password;
    }
}

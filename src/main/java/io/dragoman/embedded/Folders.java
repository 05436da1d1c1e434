package io.dragoman.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the data directory needs of a file system. */
final class Folders {

    private static final Map<Class<? extends IOException>, String> REASONS = Map.of(
            AccessDeniedException.class, "access denied",
            FileAlreadyExistsException.class, "not a directory",
            NoSuchFileException.class, "no such place");

    private Folders() {}

    static Path writable(Path directory) throws IOException {
        Path absolute = directory.toAbsolutePath();
        try {
            Files.createDirectories(absolute);
        } catch (IOException e) {
            throw new IOException("cannot create the directory: " + reason(e), e);
        }
        if (!Files.isWritable(absolute)) {
            throw new IOException("the directory is not writable by user " + System.getProperty("user.name"));
        }
        return absolute.toRealPath();
    }

    /** Gives a finished file or directory its name, as one step that a crash or a power cut leaves done or undone. */
    static void publish(Path unfinished, Path finished, boolean durable) throws IOException {
        if (durable) {
            // Its file system in one go: a thousand files one by one take seconds on a busy disk.
            Tools.run(new ProcessBuilder("sync", "-f", unfinished.toString()), "");
        }
        Files.move(unfinished, finished, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel parent = FileChannel.open(finished.resolveSibling("."), StandardOpenOption.READ)) {
            parent.force(true);
        }
    }

    /** Removes what interrupted starts left, and the programs of other versions. */
    static void dropLeftovers(Path home, Path binaries) throws IOException {
        List<Path> leftovers;
        try (Stream<Path> entries = Files.list(home)) {
            leftovers = entries.filter(entry -> isLeftover(entry, binaries)).toList();
        }
        for (Path leftover : leftovers) {
            delete(leftover);
        }
    }

    private static boolean isLeftover(Path entry, Path binaries) {
        String name = String.valueOf(entry.getFileName());
        return name.endsWith(".tmp") || (name.startsWith(PostgresArchive.PREFIX) && !entry.equals(binaries));
    }

    static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** The file system's exceptions often say no more than a path. */
    static String reason(IOException failure) {
        if (failure instanceof FileSystemException system && system.getReason() == null) {
            return REASONS.getOrDefault(failure.getClass(), "refused by the file system") + ": " + system.getFile();
        }
        return String.valueOf(failure.getMessage());
    }
}

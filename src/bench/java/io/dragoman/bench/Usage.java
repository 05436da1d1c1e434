package io.dragoman.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What a process of Linux has used, read from {@code /proc}. */
record Usage(Duration cpu, long rss) {

    /** Clock ticks a second in which Linux counts for programs, on every platform Java runs on. */
    private static final long TICKS = 100;

    private static final int UTIME = 11;
    private static final int STIME = 12;

    static Usage of(long pid) throws IOException {
        Path process = Path.of("/proc", Long.toString(pid));
        String stat = Files.readString(process.resolve("stat"));
        // The command's name stands in parentheses and may hold spaces.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        long ticks = Long.parseLong(fields[UTIME]) + Long.parseLong(fields[STIME]);
        return new Usage(Duration.ofMillis(ticks * 1000 / TICKS), rss(process));
    }

    private static long rss(Path process) throws IOException {
        return Files.readAllLines(process.resolve("status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElse(0);
    }
}

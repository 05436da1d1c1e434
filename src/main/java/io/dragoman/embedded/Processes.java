package io.dragoman.embedded;

import java.nio.file.Path;
import java.util.List;

/** Which processes run a program unpacked into a data directory: a process number alone may be a stranger's by now. */
final class Processes {

    private Processes() {}

    static boolean isRunning(long pid, Path home) {
        return ProcessHandle.of(pid).filter(process -> runsFrom(home, process)).isPresent();
    }

    static List<ProcessHandle> of(Path home) {
        return ProcessHandle.allProcesses()
                .filter(process -> runsFrom(home, process))
                .toList();
    }

    // A zombie has no program any more, and so does not count.
    private static boolean runsFrom(Path home, ProcessHandle process) {
        String programs = home.resolve(PostgresArchive.PREFIX).toString();
        return process.info()
                .command()
                .filter(path -> path.startsWith(programs))
                .isPresent();
    }
}

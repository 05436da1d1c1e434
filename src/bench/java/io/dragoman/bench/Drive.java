package io.dragoman.bench;

import java.time.Duration;

/**
 * What one drive of one workload at one server measured.
 *
 * @param requests answered
 * @param unexpected answers with another status than the workload's, and broken connections
 * @param cpu the server process used
 * @param rss bytes of the server process that are in memory after it
 */
record Drive(long requests, Duration length, Duration p50, Duration p99, long unexpected, Duration cpu, long rss) {

    double perSecond() {
        return requests * 1e9 / length.toNanos();
    }

    /** CPU seconds of the server for each 1,000 requests. */
    double cpuPerThousand() {
        return requests == 0 ? Double.NaN : cpu.toNanos() / 1e6 / requests;
    }

    /** The same, with what went wrong beside it. */
    Drive with(Drive beside) {
        System.out.printf("# %.0f/s beside, p99 %d ms%n", beside.perSecond(), beside.p99().toMillis());
        return new Drive(requests, length, p50, p99, unexpected + beside.unexpected, cpu, rss);
    }
}

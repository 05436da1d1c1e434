package io.dragoman.account;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The clock everybody is handed, so that tests can hand out another one. */
final class SystemClock {

    private SystemClock() {}

    @Produces
    @Singleton
    static Clock utc() {
        return Clock.systemUTC();
    }
}

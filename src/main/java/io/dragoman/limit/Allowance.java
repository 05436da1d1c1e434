package io.dragoman.limit;

import java.time.Duration;
import java.time.Instant;

/**
 * What a bucket answered.
 *
 * @param remaining calls left in the window, this one taken
 * @param resetsIn time until the next window, for a caller to wait
 */
public record Allowance(boolean granted, Quota quota, int remaining, Instant reset, Duration resetsIn) {}

package io.dragoman.limit;

import java.time.Duration;
import java.time.Instant;

/**
 * What a bucket answered.
 *
 * @param quota as it was asked for, whatever part of it this replica had to give
 * @param remaining calls left in the window, this one taken; none of them would be refused
 * @param resetsIn time until the next window, for a caller to wait
 * @param shared whether it was counted where all replicas count
 */
public record Allowance(
        boolean granted, Quota quota, int remaining, Instant reset, Duration resetsIn, boolean shared) {}

package io.dragoman.operator;

import io.dragoman.directory.AccountId;
import java.time.Instant;

/** An account as its operator sees it. */
public record Tenancy(AccountId id, TenancySettings settings, Instant created, long version) {}

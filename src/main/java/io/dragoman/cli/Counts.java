package io.dragoman.cli;

import com.fasterxml.jackson.databind.JsonNode;

/** How many lines have ended how. */
record Counts(long inserted, long updated, long unchanged, long conflict, long invalid) {

    static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    /** The same and what a summary says. */
    Counts plus(JsonNode summary) {
        return new Counts(
                inserted + summary.path("inserted").asLong(),
                updated + summary.path("updated").asLong(),
                unchanged + summary.path("unchanged").asLong(),
                conflict + summary.path("conflict").asLong(),
                invalid + summary.path("invalid").asLong());
    }

    long all() {
        return inserted + updated + unchanged + conflict + invalid;
    }

    long failed() {
        return conflict + invalid;
    }

    @Override
    public String toString() {
        return "inserted " + inserted + ", updated " + updated + ", unchanged " + unchanged + ", conflict " + conflict
                + ", invalid " + invalid;
    }
}

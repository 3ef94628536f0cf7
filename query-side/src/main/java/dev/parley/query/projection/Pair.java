package dev.parley.query.projection;

/** The run that is read, and another of the same projection. */
record Pair(RunProcessor live, RunProcessor other) {}

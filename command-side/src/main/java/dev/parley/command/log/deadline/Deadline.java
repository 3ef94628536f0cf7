package dev.parley.command.log.deadline;

import java.time.Instant;

/**
 * Something that has an end which was not told yet.
 *
 * @param key of what ends, among all of its group
 * @param until first instant at which it is over
 * @param correlation id of the request that began it
 * @param causation id of the event that it was told by
 */
public record Deadline(String key, Instant until, String correlation, String causation) {}

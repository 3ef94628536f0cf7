package dev.parley.kernel.past;

/**
 * A stream of the log as it stood at some time.
 *
 * @param last place of its last event then, from 0
 */
public record PastStream(String id, AsOf asOf, long last) {}

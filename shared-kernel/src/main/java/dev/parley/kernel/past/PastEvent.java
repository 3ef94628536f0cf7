package dev.parley.kernel.past;

import java.time.Instant;

/**
 * One event of the log.
 *
 * @param sequence place in its stream, from 0
 * @param position in the log
 */
public record PastEvent<E>(E event, long sequence, long position, Instant at) {}

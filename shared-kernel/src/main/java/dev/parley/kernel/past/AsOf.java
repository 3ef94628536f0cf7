package dev.parley.kernel.past;

import java.time.Instant;

/** A time in the life of the log. */
public sealed interface AsOf {
    /** After all that has happened. */
    record Now() implements AsOf {}

    /** After all that had happened by this instant. */
    record At(Instant instant) implements AsOf {}

    /** After the event at this position of the log, and all before it. */
    record Position(long position) implements AsOf {}
}

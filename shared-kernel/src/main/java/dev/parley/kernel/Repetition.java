package dev.parley.kernel;

/** An event that says of its command that it asked for what an earlier one had done: whatever that led to answers it. */
public interface Repetition {
    /** Id of the earlier command, under which its events are stored. */
    String earlierCommand();
}

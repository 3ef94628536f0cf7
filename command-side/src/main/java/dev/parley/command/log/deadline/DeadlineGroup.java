package dev.parley.command.log.deadline;

/** Reacts to events by keeping deadlines, all of one processing group. */
public interface DeadlineGroup {
    /** Name of the processing group, which the class is annotated with. */
    String group();
}

package dev.parley.command;

/** This command's events are stored already; the bus answers with them. */
public final class RepeatedCommand extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RepeatedCommand() {
        super("handled before", null, false, false);
    }
}

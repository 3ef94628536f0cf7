package dev.parley.command;

/** The aggregate handled a command of this id before, whose events are stored: they are what answers this one. */
public final class RepeatedCommand extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RepeatedCommand() {
        super("handled before", null, false, false);
    }
}

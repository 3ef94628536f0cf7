package dev.parley.command;

import java.util.Optional;

/** What is asked for was done before, by a command whose events are stored: they are what answers this one. */
public final class RepeatedCommand extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String earlier;

    /** The aggregate handled a command of this very id. */
    public RepeatedCommand() {
        this("");
    }

    private RepeatedCommand(String earlier) {
        super("handled before", null, false, false);
        this.earlier = earlier;
    }

    /** @param id of a command that asked for the same, under an id of its own */
    public static RepeatedCommand of(String id) {
        return new RepeatedCommand(id);
    }

    /** Id of the command that did it; empty if it is that of the command at hand. */
    public Optional<String> earlier() {
        return Optional.of(earlier).filter(id -> !id.isEmpty());
    }
}

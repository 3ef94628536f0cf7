package dev.parley.command;

/** The command was turned away at once, because too many others wait. */
public final class TooManyWaiting extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TooManyWaiting() {
        super("More commands wait than the server takes", null, false, false);
    }
}

package dev.parley.command.log;

/** The command was turned away at once, because too many others wait. */
final class TooManyWaiting extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyWaiting() {
        super("More commands wait than the server takes", null, false, false);
    }
}

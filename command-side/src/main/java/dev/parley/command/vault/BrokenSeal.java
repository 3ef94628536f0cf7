package dev.parley.command.vault;

/** Something sealed does not open: another key sealed it, it belongs to somebody else, or its bytes were changed. */
final class BrokenSeal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenSeal(String owner) {
        super("What is stored for " + owner + " does not open with their key", null, false, false);
    }
}

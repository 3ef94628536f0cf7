package dev.parley.command.vault;

/** Personal text cannot be read or written with the master key as configured; the message is a sentence for operators. */
final class UnusableMasterKey extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableMasterKey(String sentence) {
        super(sentence);
    }

    UnusableMasterKey(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}

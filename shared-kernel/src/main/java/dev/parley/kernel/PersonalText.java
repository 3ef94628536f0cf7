package dev.parley.kernel;

import dev.parley.kernel.member.UserId;
import java.util.Objects;

/**
 * Text that a person wrote, as events and snapshots carry it. Where it is stored it is encrypted with the key of its
 * {@code owner}, so that destroying that key erases it everywhere; from then on {@code text} reads {@link #ERASED}.
 */
public record PersonalText(UserId owner, String text) {
    /** Stands in place of a text whose key was destroyed. */
    public static final String ERASED = "";

    public PersonalText {
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(text, "text");
    }

    /** Never the text itself: a log line must not carry it. */
    @Override
    public String toString() {
        return "PersonalText[" + owner + ", " + text.length() + " characters]";
    }
}

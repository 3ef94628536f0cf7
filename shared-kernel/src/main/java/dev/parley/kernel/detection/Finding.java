package dev.parley.kernel.detection;

/**
 * One place in a text that the policy objects to.
 *
 * @param severity 1 (rude) to 3 (a moderator should look at once)
 * @param start index of its first {@code char} in the text
 * @param end index behind its last {@code char}
 * @param rule list and entry that found it, such as {@code insult.en/idiot*}
 */
public record Finding(Category category, int severity, int start, int end, String rule) {
    public static final int MAX_SEVERITY = 3;
}

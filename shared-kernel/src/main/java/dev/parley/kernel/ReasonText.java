package dev.parley.kernel;

/** Why a moderator acts, in their own words: 1 to 1,000 code points once trimmed. */
public record ReasonText(String value) {
    public static final int MAX_CODE_POINTS = 1_000;
    /** What a refused reason should have been. */
    public static final String EXPECTED = "1 to 1000 characters that say why";

    /** @throws InvalidValue if the text is blank, too long or not well formed */
    public ReasonText {
        value = WellFormed.text(value, "reason").strip();
        int length = WellFormed.length(value);
        InvalidValue.unless(length <= MAX_CODE_POINTS && !WellFormed.isBlank(value), "reason", EXPECTED);
    }

    /**
     * The reason as commands carry it where it may be left out: empty for none.
     *
     * @throws InvalidValue if there is one, and it is too long or not well formed
     */
    public static String orNone(String text) {
        return text == null || text.isBlank() ? "" : new ReasonText(text).value();
    }

    @Override
    public String toString() {
        return value;
    }
}

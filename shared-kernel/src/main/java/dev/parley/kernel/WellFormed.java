package dev.parley.kernel;

/** Text that every store and screen can hold: no lone surrogates, of control characters newline and tab alone. */
public final class WellFormed {
    private WellFormed() {}

    /**
     * The text with each CRLF as one newline; empty for {@code null}, which is what a field left out reads as.
     *
     * @throws InvalidValue naming {@code field} if the text is not well formed
     */
    public static String text(String text, String field) {
        String lines = text == null ? "" : text.replace("\r\n", "\n");
        for (int i = 0; i < lines.length(); i++) {
            char c = lines.charAt(i);
            InvalidValue.unless(
                    c == '\n' || c == '\t' || !Character.isISOControl(c),
                    field,
                    "no control characters but newline and tab");
            if (Character.isSurrogate(c)) {
                InvalidValue.unless(startsPair(lines, i), field, "no lone surrogates");
                i++;
            }
        }
        return lines;
    }

    /** How many characters a reader would say a text has, as every limit of the API counts them: its code points. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Whether nothing of a text can be seen: white space, characters without width, and marks that sit on none. */
    public static boolean isBlank(String text) {
        return text.codePoints().allMatch(WellFormed::showsNothing);
    }

    private static boolean showsNothing(int codePoint) {
        return Character.isWhitespace(codePoint)
                || Blanks.isSpace(codePoint)
                || Blanks.isInvisible(codePoint)
                || Blanks.isMark(codePoint);
    }

    private static boolean startsPair(String text, int index) {
        return index + 1 < text.length() && Character.isSurrogatePair(text.charAt(index), text.charAt(index + 1));
    }
}

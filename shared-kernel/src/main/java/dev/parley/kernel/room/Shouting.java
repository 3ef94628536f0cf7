package dev.parley.kernel.room;

/** A text of at least 12 letters, more than 80 % of them capitals. */
final class Shouting {
    private static final int MIN_LETTERS = 12;

    private Shouting() {}

    /** The text in lower case if it shouts, else as it is. */
    static String calmed(String text) {
        return isShouted(text) ? lowerCased(text) : text;
    }

    private static boolean isShouted(String text) {
        int letters = 0;
        int capitals = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int codePoint = text.codePointAt(i);
            letters += Character.isLetter(codePoint) ? 1 : 0;
            capitals += Character.isUpperCase(codePoint) ? 1 : 0;
        }
        return letters >= MIN_LETTERS && capitals * 5 > letters * 4;
    }

    /** One code point for each, unlike {@link String#toLowerCase()}: the limit on the text's length still holds. */
    private static String lowerCased(String text) {
        return text.codePoints()
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}

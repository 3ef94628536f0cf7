package dev.parley.kernel.detection;

/**
 * One line of a list: what to look for, and how it weighs.
 *
 * @param list category and language, as the file is called
 * @param severity 1 to 3, before it is known whether a person is meant
 * @param phrase words with a space between, {@code *} at the end of a word for any ending
 */
record Entry(String list, Category category, Kind kind, int severity, String phrase) {
    enum Kind {
        /** Counts wherever it stands, and one more when directed at a person. */
        ANYWHERE,
        /** Counts only when directed at a person. */
        DIRECTED,
        /** Several words that say themselves who is meant. */
        WHOLE,
        /** Never counts, and nothing within it does. */
        HARMLESS
    }

    private static final char MORE = '!';

    /** @throws IllegalArgumentException if the line says nothing to look for, or of a severity over 3 */
    static Entry of(String list, Category category, String line) {
        int place = "~-".indexOf(line.charAt(0)) < 0 ? 0 : 1;
        int severity = 1;
        while (place < line.length() && line.charAt(place) == MORE) {
            severity++;
            place++;
        }
        String phrase = line.substring(place).strip();
        if (Words.of(phrase).isEmpty() || severity > Finding.MAX_SEVERITY) {
            throw new IllegalArgumentException(list + ": " + line);
        }
        return new Entry(list, category, kind(line.charAt(0), phrase), severity, phrase);
    }

    private static Kind kind(char sign, String phrase) {
        return switch (sign) {
            case '-' -> Kind.HARMLESS;
            case '~' -> Kind.DIRECTED;
            default -> phrase.indexOf(' ') < 0 ? Kind.ANYWHERE : Kind.WHOLE;
        };
    }

    String language() {
        return list.substring(list.indexOf('.') + 1);
    }

    /** As a finding names it. */
    String rule() {
        return list + "/" + phrase;
    }
}

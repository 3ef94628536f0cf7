package dev.parley.query.forum.search;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The other forms of an English word: {@code installing} also finds {@code installed} and {@code installation}. For
 * servers that do not reduce words to their stems; where they do, it finds nothing more.
 *
 * @param stem with which all of them begin
 */
record Inflections(String stem) {
    private static final Pattern WORD = Pattern.compile("[a-z]{4,30}");
    private static final List<String> LONG_ENDINGS = List.of("ations", "ation", "ings", "ing", "ers", "er", "ed");
    private static final List<String> SHORT_ENDINGS = List.of("ies", "es", "s", "e", "y");
    private static final int STEM_OF_LONG = 4;
    private static final int STEM_OF_SHORT = 3;
    private static final List<String> ENDINGS =
            List.of("e", "y", "s", "es", "ies", "ed", "ied", "er", "ers", "ing", "ings", "ation", "ations");
    private static final Set<String> REST = Set.copyOf(ENDINGS);
    private static final String ANY_ENDING = "(" + String.join("|", ENDINGS) + ")?";

    /** Empty for what is no word of 4 to 30 English letters. */
    static Optional<Inflections> of(String word) {
        return Optional.of(word.toLowerCase(Locale.ROOT))
                .filter(folded -> WORD.matcher(folded).matches())
                .map(Inflections::shortened)
                .map(Inflections::new);
    }

    /** All of them as Elasticsearch looks for them. */
    String pattern() {
        return stem + last() + "?" + ANY_ENDING;
    }

    /** @param written in lower case */
    boolean include(String written) {
        return written.startsWith(stem) && isEnding(written.substring(stem.length()));
    }

    /** The stem's last letter may be there twice. */
    private boolean isEnding(String rest) {
        return rest.isEmpty()
                || REST.contains(rest)
                || rest.charAt(0) == last() && (rest.length() == 1 || REST.contains(rest.substring(1)));
    }

    private char last() {
        return stem.charAt(stem.length() - 1);
    }

    private static String shortened(String word) {
        return without(word, LONG_ENDINGS, STEM_OF_LONG)
                .or(() -> without(word, SHORT_ENDINGS, STEM_OF_SHORT))
                .map(Inflections::single)
                .orElse(word);
    }

    private static Optional<String> without(String word, List<String> endings, int shortest) {
        return endings.stream()
                .filter(word::endsWith)
                .map(ending -> word.substring(0, word.length() - ending.length()))
                .filter(stem -> stem.length() >= shortest)
                .findFirst();
    }

    /** {@code stopp} of {@code stopped} is {@code stop}: the pattern has the letter twice if it must be. */
    private static String single(String stem) {
        int last = stem.length() - 1;
        return last > STEM_OF_SHORT - 1 && stem.charAt(last) == stem.charAt(last - 1) ? stem.substring(0, last) : stem;
    }
}

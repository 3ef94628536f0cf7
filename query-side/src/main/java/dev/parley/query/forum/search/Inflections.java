package dev.parley.query.forum.search;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The other forms of an English word, as a pattern for Elasticsearch: {@code installing} also finds {@code installed} and
 * {@code installation}. For servers that do not reduce words to their stems; where they do, it finds nothing more.
 */
final class Inflections {
    private static final Pattern WORD = Pattern.compile("[a-z]{4,30}");
    private static final List<String> LONG_ENDINGS = List.of("ations", "ation", "ings", "ing", "ers", "er", "ed");
    private static final List<String> SHORT_ENDINGS = List.of("ies", "es", "s", "e", "y");
    private static final int STEM_OF_LONG = 4;
    private static final int STEM_OF_SHORT = 3;
    private static final String ENDINGS = "(e|y|s|es|ies|ed|ied|er|ers|ing|ings|ation|ations)?";

    private Inflections() {}

    /** Empty for what is no word of 4 to 30 English letters. */
    static Optional<String> pattern(String word) {
        return Optional.of(word.toLowerCase(Locale.ROOT))
                .filter(folded -> WORD.matcher(folded).matches())
                .map(Inflections::stem)
                .map(stem -> stem + stem.charAt(stem.length() - 1) + "?" + ENDINGS);
    }

    private static String stem(String word) {
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

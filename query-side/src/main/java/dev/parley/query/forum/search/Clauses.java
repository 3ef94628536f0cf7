package dev.parley.query.forum.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Parts of a request to Elasticsearch. */
final class Clauses {
    private static final int TITLE_WEIGHT = 3;
    /** A word in the title says more of what a topic is about than one in a post. */
    private static final List<String> TEXT = List.of(ForumIndex.TITLE + "^" + TITLE_WEIGHT, ForumIndex.CONTENT);

    private static final String QUERY = "query";
    private static final String ZERO_TERMS = "zero_terms_query";
    private static final String FUZZINESS = "fuzziness";
    private static final String PREFIX_LENGTH = "prefix_length";
    private static final String OPERATOR = "operator";
    private static final String FIELDS = "fields";
    private static final String TYPE = "type";

    private Clauses() {}

    static Map<String, ?> term(String field, Object value) {
        return Map.of("term", Map.of(field, value));
    }

    static Map<String, ?> terms(String field, Collection<?> values) {
        return Map.of(
                "terms", Map.of(field, values.stream().map(Object::toString).toList()));
    }

    static Map<String, ?> range(String field, String bound, Object value) {
        return Map.of("range", Map.of(field, Map.of(bound, value)));
    }

    static Map<String, ?> everything() {
        return Map.of("match_all", Map.of());
    }

    static Map<String, ?> bool(Map<String, ?> occurrences) {
        return Map.of("bool", occurrences);
    }

    /**
     * The word, another form of it, or nearly the word: one letter in three to five may be another, two in more, but not
     * the first.
     *
     * @param expansions at most so many words are taken for nearly the same
     */
    static Map<String, ?> word(String word, int expansions) {
        Map<String, Object> match = new HashMap<>(fuzzy(word, expansions));
        match.put(FIELDS, TEXT);
        match.put(OPERATOR, "and");
        match.put("tie_breaker", 0.3);
        List<Map<String, ?>> forms = new ArrayList<>();
        forms.add(Map.of("multi_match", match));
        form(ForumIndex.TITLE, word, TITLE_WEIGHT).ifPresent(forms::add);
        form(ForumIndex.CONTENT, word, 1).ifPresent(forms::add);
        return Map.of("dis_max", Map.of("queries", forms));
    }

    /** Any of the words, or nearly, in the post itself. */
    static Map<String, ?> anyInContent(List<String> words, int expansions) {
        List<Map<String, ?>> alternatives = new ArrayList<>();
        alternatives.add(Map.of("match", Map.of(ForumIndex.CONTENT, fuzzy(String.join(" ", words), expansions))));
        words.forEach(word -> form(ForumIndex.CONTENT, word, 1).ifPresent(alternatives::add));
        return bool(Map.of("should", alternatives));
    }

    private static Optional<Map<String, ?>> form(String field, String word, int boost) {
        return Inflections.of(word)
                .map(forms -> Map.of("regexp", Map.of(field, Map.of("value", forms.pattern(), "boost", boost))));
    }

    private static Map<String, ?> fuzzy(String text, int expansions) {
        return Map.of(
                QUERY, text, FUZZINESS, "AUTO", PREFIX_LENGTH, 1, "max_expansions", expansions, ZERO_TERMS, "all");
    }

    /** As many of the words as there are, letter for letter. */
    static Map<String, ?> exact(List<String> words) {
        return Map.of("multi_match", Map.of(QUERY, String.join(" ", words), FIELDS, TEXT, TYPE, "most_fields"));
    }

    static Map<String, ?> phrase(String phrase) {
        return Map.of("multi_match", Map.of(QUERY, phrase, FIELDS, TEXT, TYPE, "phrase", ZERO_TERMS, "all"));
    }

    /** The phrase in the post itself. */
    static Map<String, ?> phraseInContent(String phrase) {
        return Map.of("match_phrase", Map.of(ForumIndex.CONTENT, Map.of(QUERY, phrase, ZERO_TERMS, "all")));
    }

    /** The text in the title or the post, as a phrase where it is more than one word. */
    static Map<String, ?> said(String text) {
        return Map.of(
                "multi_match",
                Map.of(QUERY, text, FIELDS, List.of(ForumIndex.TITLE, ForumIndex.CONTENT), TYPE, "phrase"));
    }

    static Map<String, ?> near(String field, List<String> words, int slop, int boost) {
        return Map.of(
                "match_phrase", Map.of(field, Map.of(QUERY, String.join(" ", words), "slop", slop, "boost", boost)));
    }

    /** A title with all these words, the last of which may go on. */
    static Map<String, ?> beginning(String text) {
        return Map.of("match_bool_prefix", Map.of(ForumIndex.TITLE_PLAIN, Map.of(QUERY, text, OPERATOR, "and")));
    }

    static Map<String, ?> beginningInOrder(String text) {
        return Map.of("match_phrase_prefix", Map.of(ForumIndex.TITLE_PLAIN, text));
    }
}

package dev.parley.query.forum.search;

import dev.parley.kernel.member.UserId;
import dev.parley.query.forum.search.ForumSearchQuery.SearchForum;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What a post must be and say to be found: a query's terms as conditions for Elasticsearch. */
final class Criteria {
    /** Of all words together, so that no query has more clauses than the engine takes. */
    private static final int EXPANSIONS = 50;

    private static final int FEWEST_EXPANSIONS = 2;
    private static final Pattern PARTS = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final int TITLE_SLOP = 2;
    private static final int TITLE_BOOST = 6;
    private static final int CONTENT_SLOP = 4;
    private static final int CONTENT_BOOST = 2;

    private final List<String> words = new ArrayList<>();
    private final List<String> phrases = new ArrayList<>();
    private final List<Map<String, ?>> must = new ArrayList<>();
    private final List<Map<String, ?>> filter = new ArrayList<>();
    private final List<Map<String, ?>> mustNot = new ArrayList<>();
    private final List<UserId> authors = new ArrayList<>();
    private final List<String> categories = new ArrayList<>();

    /** @param named people by the names in the query, without the names that are nobody's */
    Criteria(SearchForum query, List<Term> terms, Map<String, UserId> named) {
        filter.add(Clauses.term(ForumIndex.KIND, ForumIndex.KIND_POST));
        filter.add(Clauses.term(ForumIndex.VISIBLE, true));
        query.category().ifPresent(one -> filter.add(Clauses.term(ForumIndex.CATEGORY, one.slug())));
        query.author().ifPresent(one -> filter.add(Clauses.term(ForumIndex.AUTHOR, one.value())));
        query.before().ifPresent(end -> filter.add(Clauses.range(ForumIndex.AT, "lt", end.toEpochMilli())));
        query.after().ifPresent(start -> filter.add(Clauses.range(ForumIndex.AT, "gte", start.toEpochMilli())));
        if (!query.without().isEmpty()) {
            mustNot.add(Clauses.terms(ForumIndex.AUTHOR, query.without()));
            mustNot.add(Clauses.terms(ForumIndex.TOPIC_AUTHOR, query.without()));
        }
        terms.forEach(term -> add(term, named));
        addAlternatives();
        addWords();
        phrases.forEach(phrase -> must.add(Clauses.phrase(phrase)));
        addOwnWords();
    }

    private void add(Term term, Map<String, UserId> named) {
        switch (term) {
            case Term.Word word -> {
                if (word.excluded()) {
                    mustNot.add(Clauses.said(word.text()));
                } else {
                    words.add(word.text());
                }
            }
            case Term.Phrase phrase -> {
                if (phrase.excluded()) {
                    mustNot.add(Clauses.said(phrase.text()));
                } else {
                    phrases.add(phrase.text());
                }
            }
            case Term.By by -> addAuthor(by, named);
            case Term.In in -> addCategory(in);
            case Term.Before before ->
                filter.add(Clauses.range(ForumIndex.AT, "lt", before.end().toEpochMilli()));
            case Term.After after ->
                filter.add(Clauses.range(ForumIndex.AT, "gte", after.start().toEpochMilli()));
        }
    }

    private void addAuthor(Term.By by, Map<String, UserId> named) {
        UserId author = named.get(by.name());
        if (!by.excluded()) {
            if (author != null) {
                authors.add(author);
            }
        } else if (author != null) {
            mustNot.add(Clauses.term(ForumIndex.AUTHOR, author.value()));
        }
    }

    private void addCategory(Term.In in) {
        if (in.excluded()) {
            mustNot.add(Clauses.term(ForumIndex.CATEGORY, in.slug()));
        } else {
            categories.add(in.slug());
        }
    }

    /** Of several people, or several categories, it may be any. */
    private void addAlternatives() {
        if (!authors.isEmpty()) {
            filter.add(Clauses.terms(ForumIndex.AUTHOR, authors));
        }
        if (!categories.isEmpty()) {
            filter.add(Clauses.terms(ForumIndex.CATEGORY, categories));
        }
    }

    private void addWords() {
        words.forEach(word -> must.add(Clauses.word(word, expansions())));
    }

    /** A post of which only the title says any of the words and phrases is found if it is the topic's first. */
    private void addOwnWords() {
        if (words.isEmpty() && phrases.isEmpty()) {
            return;
        }
        List<Map<String, ?>> own = new ArrayList<>();
        own.add(Clauses.term(ForumIndex.NUMBER, 1));
        if (!words.isEmpty()) {
            own.add(Clauses.anyInContent(words, expansions()));
        }
        phrases.forEach(phrase -> own.add(Clauses.phraseInContent(phrase)));
        filter.add(Clauses.bool(Map.of("should", own)));
    }

    /** Shared out to the words into which the engine may take the words apart. */
    private int expansions() {
        long parts =
                words.stream().flatMap(word -> PARTS.matcher(word).results()).count();
        return (int) Math.max(FEWEST_EXPANSIONS, EXPANSIONS / parts);
    }

    /** All of it, where only the words and phrases have a score. */
    Map<String, ?> query() {
        Map<String, Object> all = new HashMap<>();
        all.put("filter", filter);
        all.put("must_not", mustNot);
        all.put("must", must.isEmpty() ? List.of(Clauses.everything()) : must);
        if (!words.isEmpty()) {
            all.put("should", preferences());
        }
        return Clauses.bool(all);
    }

    private List<Map<String, ?>> preferences() {
        return words.size() == 1
                ? List.of(Clauses.exact(words))
                : List.of(
                        Clauses.exact(words),
                        Clauses.near(ForumIndex.TITLE, words, TITLE_SLOP, TITLE_BOOST),
                        Clauses.near(ForumIndex.CONTENT, words, CONTENT_SLOP, CONTENT_BOOST));
    }
}

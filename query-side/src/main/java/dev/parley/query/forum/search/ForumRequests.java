package dev.parley.query.forum.search;

import dev.parley.query.forum.search.ForumSearchQuery.Sort;
import dev.parley.query.forum.search.ForumSearchQuery.SuggestTopics;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What Elasticsearch is asked. A score is that of the words, times 1 for a post that has nothing else to say for itself
 * and up to about 2 for one that is the first of its topic, new (0.3 more, half of that after 180 days) and has drawn
 * reactions.
 */
final class ForumRequests {
    private static final double BASE = 1;
    private static final double FRESH = 0.3;
    private static final double FIRST = 0.15;
    private static final double LIKED = 0.2;
    private static final String HALF_AS_FRESH = "180d";
    private static final int COUNTED = 10_000;
    private static final int MOST_CATEGORIES = 100;
    private static final int MOST_AUTHORS = 20;
    static final String CATEGORIES = "categories";
    static final String AUTHORS = "authors";

    private static final String SIZE = "size";
    private static final String QUERY = "query";
    private static final String SORT = "sort";
    private static final String SOURCE = "_source";
    private static final String COUNT = "track_total_hits";
    private static final String AFTER = "search_after";
    private static final String AGGREGATIONS = "aggs";
    private static final String WEIGHT = "weight";
    private static final String FILTER = "filter";
    private static final List<String> SHOWN = List.of(
            ForumIndex.TOPIC,
            ForumIndex.NUMBER,
            ForumIndex.POST,
            ForumIndex.TITLE,
            ForumIndex.CONTENT,
            ForumIndex.CATEGORY,
            ForumIndex.AUTHOR,
            ForumIndex.AT);

    private ForumRequests() {}

    /** The newest posts first, with facets. */
    static Map<String, ?> byDate(Criteria criteria, Optional<ResultCursor> after, int size) {
        Map<String, Object> request = shown(criteria.query(), Sort.DATE, size);
        request.putAll(counted());
        after.ifPresent(cursor -> request.put(AFTER, cursor.values()));
        return request;
    }

    /** The best post of each topic, with facets. */
    static Map<String, ?> best(Criteria criteria, long now, int size) {
        Map<String, Object> request = bestOfTopic(scored(criteria, now), size);
        request.putAll(counted());
        return request;
    }

    /** The next best posts, whatever their topic: which they are and no more, with facets. */
    static Map<String, ?> candidates(Criteria criteria, ResultCursor after, int size) {
        Map<String, Object> request = new HashMap<>(counted());
        request.put(SIZE, size);
        request.put(QUERY, scored(criteria, after.now()));
        request.put(SORT, order(Sort.RELEVANCE));
        request.put(AFTER, after.values());
        request.put(SOURCE, List.of(ForumIndex.TOPIC, ForumIndex.AT));
        return request;
    }

    /** The best post of each of these topics. */
    static Map<String, ?> bestOf(Criteria criteria, Collection<String> topics, long now) {
        var inThese = Clauses.bool(Map.of(
                "must", List.of(scored(criteria, now)), FILTER, List.of(Clauses.terms(ForumIndex.TOPIC, topics))));
        Map<String, Object> request = bestOfTopic(inThese, topics.size());
        request.put(COUNT, false);
        return request;
    }

    /** Titles as they are typed, those that begin so first, then the topics with the newest posts. */
    static Map<String, ?> suggestions(SuggestTopics query) {
        var hidden = List.of(Clauses.terms(ForumIndex.AUTHOR, query.without()));
        var titles = Clauses.bool(Map.of(
                "must",
                List.of(Clauses.beginning(query.q())),
                "should",
                List.of(Clauses.beginningInOrder(query.q())),
                FILTER,
                List.of(Clauses.term(ForumIndex.KIND, ForumIndex.KIND_TOPIC), Clauses.term(ForumIndex.VISIBLE, true)),
                "must_not",
                hidden));
        return Map.of(
                SIZE,
                query.limit(),
                QUERY,
                titles,
                SORT,
                order(Sort.RELEVANCE),
                COUNT,
                false,
                SOURCE,
                List.of(ForumIndex.TOPIC, ForumIndex.TITLE, ForumIndex.CATEGORY));
    }

    private static Map<String, Object> bestOfTopic(Map<String, ?> query, int size) {
        Map<String, Object> request = shown(query, Sort.RELEVANCE, size);
        request.put("collapse", Map.of("field", ForumIndex.TOPIC));
        return request;
    }

    private static Map<String, Object> shown(Map<String, ?> query, Sort sort, int size) {
        Map<String, Object> request = new HashMap<>();
        request.put(SIZE, size);
        request.put(QUERY, query);
        request.put(SORT, order(sort));
        request.put(SOURCE, SHOWN);
        return request;
    }

    private static Map<String, ?> counted() {
        return Map.of(
                COUNT,
                COUNTED,
                AGGREGATIONS,
                Map.of(
                        CATEGORIES,
                        Map.of("terms", Map.of("field", ForumIndex.CATEGORY, SIZE, MOST_CATEGORIES)),
                        AUTHORS,
                        Map.of("terms", Map.of("field", ForumIndex.AUTHOR, SIZE, MOST_AUTHORS))));
    }

    /** Newest first where the score is the same, and by id where the instant is, too. */
    private static List<Map<String, String>> order(Sort sort) {
        Map<String, String> newest = Map.of(ForumIndex.AT, "desc");
        Map<String, String> id = Map.of(ForumIndex.KEY, "asc");
        return switch (sort) {
            case RELEVANCE -> List.of(Map.of("_score", "desc"), newest, id);
            case DATE -> List.of(newest, id);
        };
    }

    private static Map<String, ?> scored(Criteria criteria, long now) {
        var fresh = Map.of("exp", Map.of(ForumIndex.AT, Map.of("origin", now, "scale", HALF_AS_FRESH)), WEIGHT, FRESH);
        var liked = Map.of(
                "field_value_factor",
                Map.of("field", ForumIndex.REACTIONS, "modifier", "log1p", "missing", 0),
                WEIGHT,
                LIKED);
        return Map.of(
                "function_score",
                Map.of(
                        QUERY,
                        criteria.query(),
                        "functions",
                        List.of(
                                Map.of(WEIGHT, BASE),
                                fresh,
                                liked,
                                Map.of(FILTER, Clauses.term(ForumIndex.NUMBER, 1), WEIGHT, FIRST)),
                        "score_mode",
                        "sum",
                        "boost_mode",
                        "multiply"));
    }
}

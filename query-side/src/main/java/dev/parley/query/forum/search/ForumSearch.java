package dev.parley.query.forum.search;

import dev.parley.query.forum.search.ForumAnswer.Hit;
import dev.parley.query.forum.search.ForumSearchQuery.SearchForum;
import dev.parley.query.forum.search.ForumSearchQuery.Sort;
import dev.parley.query.forum.search.ForumSearchQuery.SuggestTopics;
import dev.parley.query.search.SearchEngine;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/**
 * Asks the index of the forum for a page of posts. By relevance a topic is there once, with its best post. Elasticsearch
 * does that for a first page, but not from a cursor on: there it is asked for the posts that follow, and then for the
 * best of each of their topics; those of which the best follows have not been on a page before.
 */
@Component
class ForumSearch {
    /** Of the candidates for a page, several may be of one topic, or of topics that were on a page before. */
    private static final int CANDIDATES_PER_RESULT = 3;

    private static final int ROUNDS = 5;

    private final SearchEngine engine;
    private final Clock clock;

    ForumSearch(SearchEngine engine, Clock clock) {
        this.engine = engine;
        this.clock = clock;
    }

    /**
     * A page as Elasticsearch gives it.
     *
     * @param counts the answer with its facets and total
     * @param next where the next page begins, if there may be one
     */
    record Found(List<Hit> hits, ForumAnswer counts, Optional<ResultCursor> next) {}

    CompletableFuture<Found> find(SearchForum query, Criteria criteria) {
        Optional<ResultCursor> after = ResultCursor.parse(query.cursor(), query.sort());
        return switch (query.sort()) {
            case DATE ->
                search(ForumRequests.byDate(criteria, after, query.limit() + 1))
                        .thenApply(answer -> page(answer, Sort.DATE, query.limit(), 0));
            case RELEVANCE ->
                after.isPresent() ? following(criteria, after.get(), query.limit()) : best(criteria, query.limit());
        };
    }

    CompletableFuture<List<Hit>> suggest(SuggestTopics query) {
        return search(ForumRequests.suggestions(query)).thenApply(ForumAnswer::hits);
    }

    private CompletableFuture<Found> best(Criteria criteria, int limit) {
        long now = clock.millis();
        return search(ForumRequests.best(criteria, now, limit + 1))
                .thenApply(answer -> page(answer, Sort.RELEVANCE, limit, now));
    }

    private static Found page(ForumAnswer answer, Sort sort, int limit, long now) {
        List<Hit> hits = answer.hits();
        if (hits.size() <= limit) {
            return new Found(hits, answer, Optional.empty());
        }
        List<Hit> shown = hits.subList(0, limit);
        return new Found(shown, answer, Optional.of(ResultCursor.after(shown.getLast(), sort, now)));
    }

    private CompletableFuture<Found> following(Criteria criteria, ResultCursor after, int limit) {
        return further(criteria, after, limit, new ArrayList<>(), ROUNDS);
    }

    private CompletableFuture<Found> further(
            Criteria criteria, ResultCursor after, int limit, List<Hit> before, int rounds) {
        int size = limit * CANDIDATES_PER_RESULT;
        return search(ForumRequests.candidates(criteria, after, size)).thenCompose(answer -> {
            List<Hit> candidates = answer.hits();
            return leading(criteria, candidates, after.now()).thenCompose(leads -> {
                List<Hit> shown = new ArrayList<>(before);
                leads.stream().limit(limit + 1L - before.size()).forEach(shown::add);
                if (shown.size() > limit) {
                    shown.removeLast();
                    return found(shown, answer, shown.getLast(), after);
                }
                if (candidates.size() < size) {
                    return CompletableFuture.completedFuture(new Found(shown, answer, Optional.empty()));
                }
                return rounds == 1
                        ? found(shown, answer, candidates.getLast(), after)
                        : further(criteria, next(candidates.getLast(), after), limit, shown, rounds - 1);
            });
        });
    }

    private static CompletableFuture<Found> found(List<Hit> shown, ForumAnswer counts, Hit last, ResultCursor after) {
        return CompletableFuture.completedFuture(new Found(shown, counts, Optional.of(next(last, after))));
    }

    private static ResultCursor next(Hit last, ResultCursor after) {
        return ResultCursor.after(last, Sort.RELEVANCE, after.now());
    }

    /** Those of the candidates that are the best of their topics, best first. */
    private CompletableFuture<List<Hit>> leading(Criteria criteria, List<Hit> candidates, long now) {
        Set<String> ids = new HashSet<>();
        Set<String> topics = new HashSet<>();
        for (Hit candidate : candidates) {
            ids.add(candidate.id());
            topics.add(candidate.said().topic());
        }
        if (topics.isEmpty()) {
            return CompletableFuture.completedFuture(List.of());
        }
        return search(ForumRequests.bestOf(criteria, topics, now))
                .thenApply(answer -> answer.hits().stream()
                        .filter(hit -> ids.contains(hit.id()))
                        .toList());
    }

    private CompletableFuture<ForumAnswer> search(Map<String, ?> request) {
        return engine.search(ForumIndex.INDEX, request, ForumAnswer.class);
    }
}

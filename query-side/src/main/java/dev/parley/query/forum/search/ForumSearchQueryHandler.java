package dev.parley.query.forum.search;

import dev.parley.kernel.forum.TopicTitle;
import dev.parley.kernel.member.UserId;
import dev.parley.query.Names;
import dev.parley.query.Page;
import dev.parley.query.forum.ForumReaders;
import dev.parley.query.forum.search.ForumAnswer.Hit;
import dev.parley.query.forum.search.ForumAnswer.Said;
import dev.parley.query.forum.search.ForumSearchQuery.SearchForum;
import dev.parley.query.forum.search.ForumSearchQuery.SuggestTopics;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers what is looked for in the forum. */
@Component
class ForumSearchQueryHandler {
    private final ForumSearch search;
    private final ForumNames known;
    private final Names names;
    private final ForumReaders readers;

    ForumSearchQueryHandler(ForumSearch search, ForumNames known, Names names, ForumReaders readers) {
        this.search = search;
        this.known = known;
        this.names = names;
        this.readers = readers;
    }

    @QueryHandler
    CompletableFuture<ForumSearchView> handle(SearchForum query) {
        List<Term> terms = TermParser.parse(query.q());
        return readers.read(
                query.viewer(), () -> known.find(names(terms)).thenCompose(named -> find(query, terms, named)));
    }

    @QueryHandler
    CompletableFuture<Page<SuggestionView>> handle(SuggestTopics query) {
        return readers.read(
                        query.viewer(),
                        () -> query.q().isEmpty()
                                ? CompletableFuture.completedFuture(List.<Hit>of())
                                : search.suggest(query))
                .thenApply(hits -> new Page<>(
                        hits.stream().map(ForumSearchQueryHandler::suggestion).toList(), null));
    }

    private static List<String> names(List<Term> terms) {
        return terms.stream()
                .filter(Term.By.class::isInstance)
                .map(term -> ((Term.By) term).name())
                .toList();
    }

    private CompletableFuture<ForumSearchView> find(SearchForum query, List<Term> terms, Map<String, UserId> named) {
        if (saysNothing(query, terms) || onlyByNobody(terms, named)) {
            return CompletableFuture.completedFuture(Results.NONE);
        }
        return search.find(query, new Criteria(query, terms, named)).thenCompose(found -> {
            var results = new Results(found, new Highlights(terms));
            return names.people(results.people()).thenApply(results::shown);
        });
    }

    /** Whether something was typed, and nothing that posts could say, such as signs or emoji alone. */
    private static boolean saysNothing(SearchForum query, List<Term> terms) {
        return terms.isEmpty() && !query.q().isEmpty();
    }

    /** Whether posts of certain people are wanted, none of whom there is. */
    private static boolean onlyByNobody(List<Term> terms, Map<String, UserId> named) {
        List<Term.By> wanted = terms.stream()
                .filter(Term.By.class::isInstance)
                .map(Term.By.class::cast)
                .filter(by -> !by.excluded())
                .toList();
        return !wanted.isEmpty() && wanted.stream().noneMatch(by -> named.containsKey(by.name()));
    }

    private static SuggestionView suggestion(Hit hit) {
        Said topic = hit.said();
        return new SuggestionView(topic.topic(), topic.title(), TopicTitle.slug(topic.title()), topic.category());
    }
}

package dev.parley.query.forum.search;

import dev.parley.kernel.forum.TopicTitle;
import dev.parley.kernel.member.UserId;
import dev.parley.query.PersonView;
import dev.parley.query.forum.search.ForumAnswer.Hit;
import dev.parley.query.forum.search.ForumAnswer.Said;
import dev.parley.query.forum.search.ForumSearchView.AuthorCount;
import dev.parley.query.forum.search.ForumSearchView.CategoryCount;
import dev.parley.query.forum.search.ForumSearchView.Facets;
import dev.parley.query.forum.search.ForumSearchView.Item;
import dev.parley.query.forum.search.ForumSearchView.Post;
import dev.parley.query.forum.search.ForumSearchView.Topic;
import dev.parley.query.forum.search.ForumSearchView.Total;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A page of what Elasticsearch found, as it is shown. */
final class Results {
    static final ForumSearchView NONE =
            new ForumSearchView(List.of(), new Facets(List.of(), List.of()), new Total(0, true), null);

    private static final int SNIPPET = 240;

    private final ForumSearch.Found found;
    private final Highlights highlights;

    Results(ForumSearch.Found found, Highlights highlights) {
        this.found = found;
        this.highlights = highlights;
    }

    /** Everybody who is named in it. */
    Set<UserId> people() {
        Set<UserId> people = new HashSet<>();
        found.hits().forEach(hit -> people.add(author(hit)));
        facets().authors().buckets().forEach(author -> people.add(new UserId(author.key())));
        return people;
    }

    ForumSearchView shown(Map<UserId, PersonView> named) {
        var categories = facets().categories().buckets().stream()
                .map(category -> new CategoryCount(category.key(), category.count()))
                .toList();
        var authors = facets().authors().buckets().stream()
                .map(author -> new AuthorCount(named.get(new UserId(author.key())), author.count()))
                .toList();
        ForumAnswer.Total total = found.counts().total();
        return new ForumSearchView(
                found.hits().stream().map(hit -> item(hit, named)).toList(),
                new Facets(categories, authors),
                new Total(total.value(), total.relation().equals("eq")),
                found.next().map(ResultCursor::toString).orElse(null));
    }

    private Item item(Hit hit, Map<UserId, PersonView> named) {
        Said post = hit.said();
        return new Item(
                new Topic(post.topic(), post.title(), TopicTitle.slug(post.title()), post.category()),
                new Post(post.post(), post.number()),
                named.get(author(hit)),
                Instant.ofEpochMilli(post.at()),
                highlights.all(post.title()),
                highlights.part(post.content(), SNIPPET));
    }

    private ForumAnswer.Facets facets() {
        return found.counts().facets();
    }

    private static UserId author(Hit hit) {
        return new UserId(hit.said().author());
    }
}

package dev.parley.query.forum.search;

import dev.parley.kernel.forum.TopicTitle;
import dev.parley.kernel.member.UserId;
import dev.parley.query.PersonView;
import dev.parley.query.forum.search.ForumSearchView.AuthorCount;
import dev.parley.query.forum.search.ForumSearchView.CategoryCount;
import dev.parley.query.forum.search.ForumSearchView.Facets;
import dev.parley.query.forum.search.ForumSearchView.Item;
import dev.parley.query.forum.search.ForumSearchView.Post;
import dev.parley.query.forum.search.ForumSearchView.Topic;
import dev.parley.query.forum.search.ForumSearchView.Total;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

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
        found.hits().forEach(hit -> people.add(author(hit.path("_source"))));
        buckets("authors").forEach(bucket -> people.add(new UserId(key(bucket))));
        return people;
    }

    ForumSearchView shown(Map<UserId, PersonView> named) {
        var categories = buckets("categories").stream()
                .map(bucket -> new CategoryCount(key(bucket), count(bucket)))
                .toList();
        var authors = buckets("authors").stream()
                .map(bucket -> new AuthorCount(named.get(new UserId(key(bucket))), count(bucket)))
                .toList();
        JsonNode total = found.counts().at("/hits/total");
        return new ForumSearchView(
                found.hits().stream().map(hit -> item(hit, named)).toList(),
                new Facets(categories, authors),
                new Total(
                        total.path("value").asLong(),
                        total.path("relation").asString().equals("eq")),
                found.next().map(ResultCursor::toString).orElse(null));
    }

    private Item item(JsonNode hit, Map<UserId, PersonView> named) {
        JsonNode post = hit.path("_source");
        String title = post.path(ForumIndex.TITLE).asString("");
        return new Item(
                new Topic(
                        post.path(ForumIndex.TOPIC).asString(),
                        title,
                        TopicTitle.slug(title),
                        post.path(ForumIndex.CATEGORY).asString()),
                new Post(
                        post.path(ForumIndex.POST).asString(),
                        post.path(ForumIndex.NUMBER).asLong()),
                named.get(author(post)),
                Instant.ofEpochMilli(post.path(ForumIndex.AT).asLong()),
                highlights.all(title),
                highlights.part(post.path(ForumIndex.CONTENT).asString(""), SNIPPET));
    }

    private List<JsonNode> buckets(String facet) {
        List<JsonNode> buckets = new ArrayList<>();
        found.counts().at("/aggregations/" + facet + "/buckets").forEach(buckets::add);
        return buckets;
    }

    private static UserId author(JsonNode post) {
        return new UserId(post.path(ForumIndex.AUTHOR).asString());
    }

    private static String key(JsonNode bucket) {
        return bucket.path("key").asString();
    }

    private static long count(JsonNode bucket) {
        return bucket.path("doc_count").asLong();
    }
}

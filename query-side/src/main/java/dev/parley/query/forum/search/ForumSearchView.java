package dev.parley.query.forum.search;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.query.Milliseconds;
import dev.parley.query.PersonView;
import java.time.Instant;
import java.util.List;

/**
 * One page of what was found. By relevance each topic is there once, with its best post; facets and total count all posts
 * that match, in both orders.
 *
 * @param next cursor of the page that follows, {@code null} at the end. A page before it may have fewer than asked for.
 */
public record ForumSearchView(
        @JsonProperty("items") List<Item> items,
        @JsonProperty("facets") Facets facets,
        @JsonProperty("total") Total total,
        @JsonProperty("next") String next) {
    public ForumSearchView {
        items = List.copyOf(items);
    }

    /**
     * A post, with its topic.
     *
     * @param titleHtml the title, {@code <mark>} around what was found, everything else escaped
     * @param snippetHtml likewise part of the post, at most 240 characters
     */
    public record Item(
            @JsonProperty("topic") Topic topic,
            @JsonProperty("post") Post post,
            @JsonProperty("author") PersonView author,
            @JsonProperty("created_at") @Milliseconds Instant createdAt,
            @JsonProperty("title_html") String titleHtml,
            @JsonProperty("snippet_html") String snippetHtml) {}

    public record Topic(
            @JsonProperty("id") String id,
            @JsonProperty("title") String title,
            @JsonProperty("slug") String slug,
            @JsonProperty("category") String category) {}

    public record Post(
            @JsonProperty("id") String id,
            @JsonProperty("number") long number) {}

    /** Where most of what matches is: at most 100 categories and 20 authors, the most frequent first. */
    public record Facets(
            @JsonProperty("categories") List<CategoryCount> categories,
            @JsonProperty("authors") List<AuthorCount> authors) {
        public Facets {
            categories = List.copyOf(categories);
            authors = List.copyOf(authors);
        }
    }

    public record CategoryCount(
            @JsonProperty("category") String category,
            @JsonProperty("count") long count) {}

    public record AuthorCount(
            @JsonProperty("author") PersonView author,
            @JsonProperty("count") long count) {}

    /** @param exact whether there are exactly so many, and not at least */
    public record Total(
            @JsonProperty("value") long value,
            @JsonProperty("exact") boolean exact) {}
}

package dev.parley.query.forum.search;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;

/** What Elasticsearch answers to a search in the forum, as far as anybody looks at it. */
record ForumAnswer(
        @JsonProperty("hits") Hits found,
        @JsonProperty("aggregations") Facets facets) {
    ForumAnswer {
        facets = Objects.requireNonNullElse(facets, Facets.NONE);
    }

    List<Hit> hits() {
        return found.hits();
    }

    Total total() {
        return found.total();
    }

    record Hits(
            @JsonProperty("total") Total total,
            @JsonProperty("hits") List<Hit> hits) {
        Hits {
            total = Objects.requireNonNullElse(total, Total.UNKNOWN);
            hits = List.copyOf(hits);
        }
    }

    /** @param relation {@code eq} where there are exactly so many */
    record Total(
            @JsonProperty("value") long value,
            @JsonProperty("relation") String relation) {
        static final Total UNKNOWN = new Total(0, "gte");
    }

    /** @param score 0 where none counts */
    record Hit(
            @JsonProperty("_id") String id,
            @JsonProperty("_score") float score,
            @JsonProperty("_source") Said said) {}

    /** What the document says, as far as it was asked for: texts are empty and numbers 0 otherwise. */
    record Said(
            @JsonProperty(ForumIndex.TOPIC) String topic,
            @JsonProperty(ForumIndex.NUMBER) long number,
            @JsonProperty(ForumIndex.POST) String post,
            @JsonProperty(ForumIndex.TITLE) String title,
            @JsonProperty(ForumIndex.CONTENT) String content,
            @JsonProperty(ForumIndex.CATEGORY) String category,
            @JsonProperty(ForumIndex.AUTHOR) String author,
            @JsonProperty(ForumIndex.AT) long at) {
        Said {
            topic = Objects.requireNonNullElse(topic, "");
            post = Objects.requireNonNullElse(post, "");
            title = Objects.requireNonNullElse(title, "");
            content = Objects.requireNonNullElse(content, "");
            category = Objects.requireNonNullElse(category, "");
            author = Objects.requireNonNullElse(author, "");
        }
    }

    /** How the posts that match spread, the most frequent first. */
    record Facets(
            @JsonProperty(ForumRequests.CATEGORIES) Facet categories,
            @JsonProperty(ForumRequests.AUTHORS) Facet authors) {
        static final Facets NONE = new Facets(new Facet(List.of()), new Facet(List.of()));
    }

    record Facet(@JsonProperty("buckets") List<Bucket> buckets) {
        Facet {
            buckets = List.copyOf(buckets);
        }
    }

    record Bucket(
            @JsonProperty("key") String key,
            @JsonProperty("doc_count") long count) {}
}

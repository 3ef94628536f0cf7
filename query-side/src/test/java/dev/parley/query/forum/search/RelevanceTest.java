package dev.parley.query.forum.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.query.embedded.ElasticsearchForTests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Queries over a forum of what people really wrote, each with the topics that were looked for: written from the topics,
 * before any of them was asked.
 */
@ExtendWith(ElasticsearchForTests.class)
class RelevanceTest {
    private static final double MEAN_RECIPROCAL_RANK = 0.95;
    private static final int TITLE = 200;

    /** @param wanted numbers of the topics, any of which should come first */
    private record Looking(String q, Set<String> wanted) {
        static Looking parse(String line) {
            String[] columns = line.split("\t");
            return new Looking(columns[0], Set.of(columns[1].split(" ")));
        }
    }

    /** @param found numbers of topics in the order in which they were found */
    private record Outcome(Looking looking, List<String> found) {
        double reciprocalRank() {
            return found.stream()
                    .filter(looking.wanted()::contains)
                    .findFirst()
                    .map(first -> 1.0 / (found.indexOf(first) + 1))
                    .orElse(0.0);
        }
    }

    @Test
    void findsTheTopicThatWasLookedForFirst() {
        try (var forum = new ForumUnderTest()) {
            lines("topics.jsonl")
                    .forEach(line -> start(forum, JsonMapper.shared().readTree(line)));
            forum.know("zamba", "nikitis");
            forum.project();
            List<Outcome> all = lines("queries.tsv")
                    .map(Looking::parse)
                    .map(looking -> new Outcome(looking, topics(forum.posts(looking.q()))))
                    .toList();
            double mean =
                    all.stream().mapToDouble(Outcome::reciprocalRank).average().orElseThrow();
            System.out.printf("Mean reciprocal rank of %d queries: %.3f%n", all.size(), mean);
            assertThat(mean).as("not first: %s", notFirst(all)).isGreaterThan(MEAN_RECIPROCAL_RANK);
        }
    }

    private static List<Outcome> notFirst(List<Outcome> all) {
        return all.stream().filter(outcome -> outcome.reciprocalRank() < 1).toList();
    }

    private static List<String> topics(List<String> posts) {
        return posts.stream().map(post -> post.split("/")[0]).toList();
    }

    private static void start(ForumUnderTest forum, JsonNode topic) {
        int number = topic.path("topic").asInt();
        JsonNode posts = topic.path("posts");
        String question = text(posts.path(0));
        forum.log.at(Instant.parse(topic.path("at").asString()));
        forum.log.start(
                number, user(posts.path(0)), question.substring(0, Math.min(TITLE, question.length())), question);
        posts.valueStream().skip(1).forEach(post -> forum.log.reply(number, user(post), text(post)));
    }

    private static String user(JsonNode post) {
        return post.path(0).asString();
    }

    private static String text(JsonNode post) {
        return post.path(1).asString();
    }

    private static Stream<String> lines(String resource) {
        try (var in = RelevanceTest.class.getResourceAsStream("/forum/" + resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

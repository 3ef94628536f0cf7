package dev.parley.api.forum;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;

import dev.parley.api.ApiTest;
import dev.parley.kernel.forum.TopicTitle;
import dev.parley.kernel.member.UserId;
import dev.parley.query.Page;
import dev.parley.query.PageOf;
import dev.parley.query.PersonView;
import dev.parley.query.forum.TopicView;
import dev.parley.query.forum.search.ForumSearchView;
import dev.parley.query.forum.search.ForumSearchView.Facets;
import dev.parley.query.forum.search.ForumSearchView.Item;
import dev.parley.query.forum.search.ForumSearchView.Post;
import dev.parley.query.forum.search.ForumSearchView.Topic;
import dev.parley.query.forum.search.ForumSearchView.Total;
import dev.parley.query.forum.search.SuggestionView;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentMatchers;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;

/** A title is text, whatever it says: it goes out as JSON that no browser may take for anything else. */
class HostileTitlesTest extends ApiTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final String TITLE = "</title><script>alert(\"1\")</script><img src=x onerror='alert(1)'>";
    private static final String SLUG = TopicTitle.slug(TITLE);
    private static final String ID = "topic~00000000-0000-0000-0000-0000000000ff";
    private static final PersonView ANN = PersonView.of(new UserId("dev-ann"), "ann");
    private static final TopicView VIEW =
            new TopicView(ID, "general", TITLE, SLUG, ANN, NOON, NOON, false, false, 1, 0);

    private WebTestClient ann;

    @BeforeEach
    void arrive() {
        ann = as("ann");
    }

    @Test
    void areTextInAListOfTopics() {
        given(queries.query(any(), ArgumentMatchers.<PageOf<TopicView>>any()))
                .willReturn(CompletableFuture.completedFuture(new Page<>(List.of(VIEW), null)));
        json("/api/forum/topics").jsonPath("$.items[0].title").isEqualTo(TITLE);
    }

    @Test
    void areTextInATopic() {
        given(queries.query(any(), eq(TopicView.class))).willReturn(CompletableFuture.completedFuture(VIEW));
        given(posts.read(any()))
                .willReturn(CompletableFuture.completedFuture(
                        "{\"items\":[],\"next\":null}".getBytes(StandardCharsets.UTF_8)));
        json("/api/forum/topics/" + ID).jsonPath("$.topic.title").isEqualTo(TITLE);
    }

    @Test
    void areTextInASearch() {
        var item = new Item(new Topic(ID, TITLE, SLUG, "general"), new Post(ID + "~1~1", 1), ANN, NOON, "", "");
        var found = new ForumSearchView(List.of(item), new Facets(List.of(), List.of()), new Total(1, true), null);
        given(queries.query(any(), eq(ForumSearchView.class))).willReturn(CompletableFuture.completedFuture(found));
        json("/api/forum/search?q=script").jsonPath("$.items[0].topic.title").isEqualTo(TITLE);
    }

    @Test
    void areTextAmongSuggestions() {
        var suggestion = new SuggestionView(ID, TITLE, SLUG, "general");
        given(queries.query(any(), ArgumentMatchers.<PageOf<SuggestionView>>any()))
                .willReturn(CompletableFuture.completedFuture(new Page<>(List.of(suggestion), null)));
        json("/api/forum/suggest?q=script").jsonPath("$.items[0].title").isEqualTo(TITLE);
    }

    private BodyContentSpec json(String path) {
        return ann.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.APPLICATION_JSON)
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectBody();
    }
}

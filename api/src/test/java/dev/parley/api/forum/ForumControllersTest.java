package dev.parley.api.forum;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.isA;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;

import dev.parley.api.ApiTest;
import dev.parley.command.CommandRejected;
import dev.parley.command.Outcome;
import dev.parley.command.Outcome.Recorded;
import dev.parley.command.forum.ReactionCommand.AddReaction;
import dev.parley.command.forum.ReactionCommand.TakeBackReaction;
import dev.parley.command.forum.TopicCommand.CloseTopic;
import dev.parley.command.forum.TopicCommand.EditPost;
import dev.parley.command.forum.TopicCommand.MoveTopic;
import dev.parley.command.forum.TopicCommand.PinTopic;
import dev.parley.command.forum.TopicCommand.RemovePost;
import dev.parley.command.forum.TopicCommand.RemoveTopic;
import dev.parley.command.forum.TopicCommand.ReopenTopic;
import dev.parley.command.forum.TopicCommand.StartTopic;
import dev.parley.command.forum.TopicCommand.UnpinTopic;
import dev.parley.command.forum.ViewTopic;
import dev.parley.kernel.PersonalText;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.forum.CategoryId;
import dev.parley.kernel.forum.ContributionEvent.EditContributed;
import dev.parley.kernel.forum.PostId;
import dev.parley.kernel.forum.PostText;
import dev.parley.kernel.forum.Reaction;
import dev.parley.kernel.forum.TopicEvent.PostAdded;
import dev.parley.kernel.forum.TopicEvent.PostEdited;
import dev.parley.kernel.forum.TopicEvent.TopicStarted;
import dev.parley.kernel.forum.TopicId;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import dev.parley.query.PersonView;
import dev.parley.query.Positions.NotYet;
import dev.parley.query.forum.TopicQuery.FindTopic;
import dev.parley.query.forum.TopicView;
import dev.parley.query.forum.post.PostQuery.ListPosts;
import dev.parley.query.forum.post.PostQuery.PreviewPost;
import dev.parley.query.forum.post.PostView;
import dev.parley.query.forum.post.PreviewView;
import dev.parley.query.forum.search.ForumSearchQuery.SearchForum;
import dev.parley.query.forum.search.ForumSearchQuery.Sort;
import dev.parley.query.forum.search.ForumSearchView;
import dev.parley.query.forum.search.ForumSearchView.Facets;
import dev.parley.query.forum.search.ForumSearchView.Total;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.StatusAssertions;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** The forum over HTTP. */
class ForumControllersTest extends ApiTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(60);
    private static final TopicId TOPIC = new TopicId("topic~00000000-0000-0000-0000-000000000001");
    private static final PostId POST = new PostId(TOPIC, 1, 1);
    private static final Actor ANN = Actor.of(new UserId("dev-ann"), Role.USER);
    private static final PersonView ANN_VIEW = PersonView.of(ANN.id(), "ann");
    private static final PostView POST_VIEW = new PostView(
            POST.toString(), 1, ANN_VIEW, "Which?", "<p>Which?</p>", List.of(), List.of(), NOON, null, false, Map.of());
    private static final TopicView VIEW =
            new TopicView(TOPIC.value(), "general", "A book", "a-book", ANN_VIEW, NOON, NOON, false, false, 1, 0);
    private static final String NEW =
            "{\"category\":\"general\",\"title\":\"A book for beginners\",\"content\":\"Which?\"}";

    private WebTestClient ann;

    @BeforeEach
    void forum() {
        ann = as("ann");
        given(postViews.added(any(), eq(1L), eq(NOON))).willReturn(CompletableFuture.completedFuture(POST_VIEW));
        given(queries.query(isA(FindTopic.class), eq(TopicView.class)))
                .willReturn(CompletableFuture.completedFuture(VIEW));
        given(posts.read(any()))
                .willReturn(CompletableFuture.completedFuture("{\"items\":[],\"next\":null}".getBytes()));
    }

    @Test
    void startsATopicOrFindsTheSame() {
        var events = List.<Recorded<?>>of(
                new Recorded<>(
                        new TopicStarted(
                                TOPIC,
                                new CategoryId("general"),
                                ANN.id(),
                                new PersonalText(ANN.id(), "A book for beginners")),
                        TOPIC.value(),
                        0,
                        NOON),
                new Recorded<>(
                        new PostAdded(TOPIC, 1, ANN.id(), new PersonalText(ANN.id(), "Which?"), List.of(), 1),
                        TOPIC.value(),
                        1,
                        NOON));
        var outcome = new Outcome(events, 42);
        given(commands.send(isA(StartTopic.class), any())).willReturn(CompletableFuture.completedFuture(outcome));
        send(HttpMethod.POST, "/api/forum/topics/", NEW)
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("Parley-Position", "42")
                .expectBody()
                .jsonPath("$.topic.slug")
                .isEqualTo("a-book-for-beginners")
                .jsonPath("$.post.html")
                .isEqualTo("<p>Which?</p>");

        given(commands.send(isA(StartTopic.class), any()))
                .willReturn(CompletableFuture.completedFuture(outcome.toAnother(43)));
        given(positions.reached("topics", 43)).willReturn(CompletableFuture.completedFuture(null));
        given(positions.reached("posts", 43)).willReturn(CompletableFuture.completedFuture(null));
        given(postViews.present(POST)).willReturn(CompletableFuture.completedFuture(POST_VIEW));
        send(HttpMethod.POST, "/api/forum/topics/", NEW)
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Parley-Position", "43")
                .expectBody()
                .jsonPath("$.topic.title")
                .isEqualTo(VIEW.title());

        given(queries.query(isA(FindTopic.class), eq(TopicView.class)))
                .willReturn(CompletableFuture.completedFuture(null));
        send(HttpMethod.POST, "/api/forum/topics/", NEW).expectStatus().isNotFound();
    }

    @Test
    void answersAnEditFromItsEventsAlone() {
        var edited = new PostEdited(TOPIC, 1, ANN.id(), new PersonalText(ANN.id(), "Which?"), List.of());
        var print = new PersonalText(ANN.id(), "0a1b");
        var contributed = new EditContributed(ANN.id(), TOPIC, 1, NOON, print, print);
        var events = List.<Recorded<?>>of(
                new Recorded<>(edited, TOPIC.value(), 2, LATER),
                new Recorded<>(contributed, contributed.contributionsId().value(), 1, LATER));
        given(commands.send(isA(EditPost.class), any()))
                .willReturn(CompletableFuture.completedFuture(new Outcome(events, 42)));
        given(postViews.edited(edited, POST, NOON, LATER)).willReturn(CompletableFuture.completedFuture(POST_VIEW));
        given(positions.reached(any(), anyLong())).willReturn(CompletableFuture.failedFuture(new NotYet("posts", 42)));
        edit().isOk();

        given(commands.send(isA(EditPost.class), any()))
                .willReturn(CompletableFuture.completedFuture(Outcome.nothingNew(42)));
        given(postViews.present(POST)).willReturn(CompletableFuture.completedFuture(POST_VIEW));
        edit().isEqualTo(503);
        given(positions.reached("posts", 42)).willReturn(CompletableFuture.completedFuture(null));
        edit().isOk();
    }

    private StatusAssertions edit() {
        return send(HttpMethod.PATCH, "/api/forum/posts/" + POST, "{\"content\":\"Which?\"}")
                .expectStatus();
    }

    @Test
    void namesTheFieldThatIsOutOfItsBounds() {
        String topics = "/api/forum/topics";
        isInvalid(HttpMethod.POST, topics, NEW.replace("A book for beginners", "Book"), "/title");
        isInvalid(HttpMethod.POST, topics, NEW.replace("Which?", " "), "/content");
        isInvalid(HttpMethod.POST, topics, NEW.replace("general", "No Such"), "/category");
        isInvalid(HttpMethod.PATCH, topics + "/" + TOPIC + "/close", "{}", "/is_closed");
        isInvalid(HttpMethod.PATCH, topics + "/" + TOPIC + "/pin", "{}", "/is_pinned");
        isInvalid(HttpMethod.PATCH, topics + "/" + TOPIC + "/move", "{}", "/category");
        isInvalid(HttpMethod.POST, "/api/forum/categories", "{\"name\":\"A\",\"slug\":\"A B\"}", "/slug");
        isInvalid(HttpMethod.PATCH, "/api/forum/categories/general", "{\"order\":-1}", "/order");
        send(HttpMethod.PUT, "/api/forum/posts/" + POST + "/reactions/HEART", "")
                .expectStatus()
                .isNotFound();
        send(HttpMethod.PUT, "/api/forum/posts/" + POST + "/reactions/%00", "")
                .expectStatus()
                .is4xxClientError();
        send(HttpMethod.PUT, "/api/forum/posts/" + POST + "/reactions/frown", "")
                .expectStatus()
                .isNotFound();
    }

    @Test
    void decidesAboutTopics() {
        String topic = "/api/forum/topics/" + TOPIC;
        isDone(HttpMethod.PATCH, topic + "/close", "{\"is_closed\":true,\"reason\":\"old\"}");
        isDone(HttpMethod.PATCH, topic + "/close/", "{\"is_closed\":false}");
        isDone(HttpMethod.PATCH, topic + "/pin", "{\"is_pinned\":true,\"reason\":\"good\"}");
        isDone(HttpMethod.PATCH, topic + "/pin", "{\"is_pinned\":false,\"reason\":\"old\"}");
        isDone(HttpMethod.PATCH, topic + "/move", "{\"category\":\"off-topic\",\"reason\":\"tea\"}");
        isDone(HttpMethod.DELETE, topic + "?reason=spam", "");
        List.of(
                        new CloseTopic(ANN, TOPIC, "old"),
                        new ReopenTopic(ANN, TOPIC, ""),
                        new PinTopic(ANN, TOPIC, "good"),
                        new UnpinTopic(ANN, TOPIC, "old"),
                        new MoveTopic(ANN, TOPIC, new CategoryId("off-topic"), "tea"),
                        new RemoveTopic(ANN, TOPIC, "spam"))
                .forEach(command -> then(commands).should().send(eq(command), any()));
    }

    @Test
    void reactsAndTakesAway() {
        String post = "/api/forum/posts/" + POST;
        isDone(HttpMethod.PUT, post + "/reactions/+1/", "");
        isDone(HttpMethod.DELETE, post + "/reactions/-1", "");
        isDone(HttpMethod.DELETE, post, "");
        then(commands).should().send(eq(new AddReaction(ANN, POST, Reaction.PLUS_ONE)), any());
        then(commands).should().send(eq(new TakeBackReaction(ANN, POST, Reaction.MINUS_ONE)), any());
        then(commands).should().send(eq(new RemovePost(ANN, POST, "")), any());
    }

    @Test
    void showsATopicAndCountsTheLookOnce() {
        for (int look = 0; look < 2; look++) {
            send(HttpMethod.GET, "/api/forum/topics/" + TOPIC + "/?after=" + POST + "&limit=20", "")
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.topic.title")
                    .isEqualTo("A book")
                    .jsonPath("$.posts.items")
                    .isEmpty();
        }
        then(posts).should(times(2)).read(new ListPosts(ANN, TOPIC, 1, Set.of(), 20));
        then(commands).should(times(1)).send(eq(new ViewTopic(ANN, TOPIC)), any());
    }

    @Test
    void takesTheLongestTextHoweverItIsEscaped() {
        String longest = "\\ud83d\\ude00".repeat(PostText.MAX_CODE_POINTS);
        given(commands.send(isA(StartTopic.class), any()))
                .willReturn(CompletableFuture.failedFuture(new CommandRejected(Rejection.KID_MODE, "")));
        send(HttpMethod.POST, "/api/forum/topics", NEW.replace("Which?", longest))
                .expectStatus()
                .isForbidden();
        isInvalid(HttpMethod.POST, "/api/forum/topics", NEW.replace("Which?", longest + "!"), "/content");
    }

    @Test
    void showsWhatATextWouldLookLike() {
        var query = new PreviewPost(ANN, new PostText("Which?"));
        given(queries.query(query, PreviewView.class))
                .willReturn(CompletableFuture.completedFuture(new PreviewView("<p>Which?</p>", List.of())));
        send(HttpMethod.POST, "/api/forum/preview", "{\"content\":\"Which?\"}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.html")
                .isEqualTo("<p>Which?</p>");
        isInvalid(HttpMethod.POST, "/api/forum/preview", "{\"content\":\" \"}", "/content");
    }

    @Test
    void listsByAnAuthorWhoCouldBeSomebody() {
        isInvalid(HttpMethod.GET, "/api/forum/topics?author=ann%20bob", "", "/author");
    }

    @Test
    void hidesTheTopicsOfPeopleWhomTheCallerBlocks() {
        given(blocks.blockedBy(ANN.id())).willReturn(CompletableFuture.completedFuture(Set.of(ANN.id())));
        send(HttpMethod.GET, "/api/forum/topics/" + TOPIC, "").expectStatus().isNotFound();
        then(commands).should(never()).send(isA(ViewTopic.class), any());
    }

    @Test
    void searchesForWhatTheAddressSays() {
        var found = new ForumSearchView(List.of(), new Facets(List.of(), List.of()), new Total(0, true), null);
        given(queries.query(any(), eq(ForumSearchView.class))).willReturn(CompletableFuture.completedFuture(found));
        send(HttpMethod.GET, "/api/forum/search/?q=queen&category=general&before=2026-01-02&sort=date&limit=5", "")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.total.value")
                .isEqualTo(0);
        then(queries)
                .should()
                .query(
                        new SearchForum(
                                ANN,
                                "queen",
                                Optional.of(new CategoryId("general")),
                                Optional.empty(),
                                Optional.of(Instant.parse("2026-01-02T00:00:00Z")),
                                Optional.empty(),
                                Sort.DATE,
                                Set.of(),
                                "",
                                5),
                        ForumSearchView.class);
        isInvalid(HttpMethod.GET, "/api/forum/search?before=yesterday", "", "/before");
        isInvalid(HttpMethod.GET, "/api/forum/search?before=%2B999999999-01-01", "", "/before");
        isInvalid(HttpMethod.GET, "/api/forum/search?after=-999999999-01-01T00:00:00Z", "", "/after");
        isInvalid(HttpMethod.GET, "/api/forum/search?limit=many", "", "/limit");
        isInvalid(HttpMethod.GET, "/api/forum/search?sort=luck", "", "/sort");
        isInvalid(HttpMethod.GET, "/api/forum/search?author=ann%20bob", "", "/author");
        isInvalid(HttpMethod.GET, "/api/forum/suggest?q=a&limit=11", "", "/limit");
    }

    private ResponseSpec send(HttpMethod method, String path, String body) {
        var request = ann.method(method).uri(URI.create("http://127.0.0.1:" + port + path));
        return body.isEmpty()
                ? request.exchange()
                : request.contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(body)
                        .exchange();
    }

    private void isDone(HttpMethod method, String path, String body) {
        send(method, path, body).expectStatus().isNoContent();
    }

    private void isInvalid(HttpMethod method, String path, String body, String pointer) {
        send(method, path, body)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.pointer")
                .isEqualTo(pointer);
    }
}

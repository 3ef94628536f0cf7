package dev.parley.query.forum.search;

import static dev.parley.query.forum.search.ForumLog.FEEDBACK;
import static dev.parley.query.forum.search.ForumLog.GENERAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.kernel.forum.Reaction;
import dev.parley.query.Contract;
import dev.parley.query.ProjectionRun;
import dev.parley.query.SearchUnavailable;
import dev.parley.query.embedded.ElasticsearchForTests;
import dev.parley.query.search.Engines;
import dev.parley.query.search.IndexDocuments;
import dev.parley.query.search.IndexedDocument;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What the projection keeps in the embedded Elasticsearch. */
@ExtendWith(ElasticsearchForTests.class)
@Contract
class ForumIndexTest {
    private ForumUnderTest forum;

    @BeforeEach
    void begin() {
        forum = new ForumUnderTest();
    }

    @AfterEach
    void close() {
        forum.close();
    }

    @Test
    void followsEdits() {
        forum.log.start(1, "ann", "Some title", "before").edit(1, 1, "ann", "afterwards");
        forum.project();
        assertThat(forum.posts("before")).isEmpty();
        assertThat(forum.posts("afterwards")).containsExactly("1/1");
    }

    @Test
    void isCurrentByItself() {
        forum.log.start(1, "ann", "Some title", "zugzwang");
        forum.play(forum.log.from(0));
        await().until(() -> forum.posts("zugzwang").size() == 1);
        int read = forum.log.all().size();
        forum.log.erase(1, 1);
        forum.play(forum.log.from(read));
        await().until(() -> forum.posts("zugzwang").isEmpty());
    }

    @Test
    void forgetsTheTextOfErasedAndRemovedPosts() {
        forum.log
                .start(1, "ann", "Some title", "secret one")
                .reply(1, "bob", "secret two")
                .reply(1, "bob", "kept");
        forum.log.erase(1, 1).remove(1, 2);
        forum.project();
        assertThat(forum.posts("secret")).isEmpty();
        assertThat(forum.posts("kept")).containsExactly("1/3");
        assertThat(forum.documents().toString()).doesNotContain("secret");
        assertThat(forum.suggest("some")).containsExactly("Some title");
    }

    @Test
    void takesAllPostsAlongWhenATopicMoves() {
        forum.log.start(1, GENERAL, "ann", "Some title", "zugzwang").reply(1, "bob", "zugzwang too");
        forum.project();
        int read = forum.log.all().size();
        forum.log.move(1, FEEDBACK).reply(1, "bob", "zugzwang also");
        forum.play(forum.log.from(read));
        forum.refresh();
        assertThat(forum.posts("zugzwang category:general")).isEmpty();
        ForumSearchView there = forum.find("zugzwang category:feedback");
        assertThat(there.total().value()).isEqualTo(3);
        assertThat(there.items().getFirst().topic().category()).isEqualTo("feedback");
    }

    @Test
    void takesAllPostsAwayWhenATopicIsRemoved() {
        forum.log
                .start(1, "ann", "Some title", "zugzwang")
                .reply(1, "bob", "zugzwang too")
                .remove(1);
        forum.project();
        assertThat(forum.posts("zugzwang")).isEmpty();
        assertThat(forum.suggest("some")).isEmpty();
        assertThat(forum.documents().toString()).doesNotContain("zugzwang", "Some title");
    }

    @Test
    void movesMorePostsThanFitIntoOneStep() {
        forum.log.start(1, "ann", "Some title", "zugzwang");
        IntStream.range(0, 899).forEach(reply -> forum.log.reply(1, "bob", "zugzwang"));
        forum.project();
        int read = forum.log.all().size();
        forum.log.move(1, FEEDBACK);
        forum.play(forum.log.from(read));
        forum.refresh();
        assertThat(forum.find("zugzwang category:feedback").total().value()).isEqualTo(900);
    }

    @Test
    void countsReactionsOnce() {
        forum.log.start(1, "ann", "Some title", "zugzwang");
        forum.log.react(1, 1, "bob", Reaction.HEART).react(1, 1, "cid", Reaction.PLUS_ONE);
        forum.log.react(1, 1, "dan", Reaction.MINUS_ONE).takeBack(1, 1, "bob", Reaction.HEART);
        forum.project();
        forum.play(forum.log.from(2));
        assertThat(forum.documents()
                        .get(ForumLog.topic(1) + "~1")
                        .path("reactions")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void isTheSameHoweverTheLogComes() {
        everything();
        forum.play(forum.log.from(0));
        Map<String, JsonNode> clean = forum.documents();
        forum.play(forum.log.from(0));
        forum.play(forum.log.from(3).limit(5));
        assertThat(forum.documents()).isEqualTo(clean);

        forum.begin();
        forum.log.all().forEach(event -> {
            forum.play(Stream.of(event));
            forum.play(Stream.of(event));
        });
        forum.play(forum.log.from(1).limit(4));
        assertThat(forum.documents()).isEqualTo(clean);
    }

    private void everything() {
        forum.log
                .start(1, GENERAL, "ann", "Some title", "one")
                .reply(1, "bob", "two")
                .start(2, "cid", "Another title", "three")
                .react(1, 2, "ann", Reaction.HEART)
                .move(1, FEEDBACK)
                .reply(1, "cid", "four")
                .edit(1, 2, "bob", "two and a half")
                .erase(1, 1)
                .move(1, GENERAL)
                .reply(2, "ann", "five")
                .takeBack(1, 2, "ann", Reaction.HEART)
                .remove(2);
    }

    @Test
    void isWrittenByOneAtATime() {
        forum.log.start(1, "ann", "Some title", "zugzwang");
        forum.project();
        var documents = new IndexDocuments(forum.engine, forum.indexes);
        String id = ForumLog.topic(1).value();
        IndexedDocument mine = documents.read(ForumIndex.INDEX, List.of(id)).get(id);
        IndexedDocument theirs = documents.read(ForumIndex.INDEX, List.of(id)).get(id);
        theirs.fields().put(ForumIndex.CATEGORY, "feedback");
        documents.write(ForumIndex.INDEX, List.of(theirs));
        mine.fields().put(ForumIndex.CATEGORY, "off-topic");
        assertThatThrownBy(() -> documents.write(ForumIndex.INDEX, List.of(mine)))
                .isInstanceOf(SearchUnavailable.class);
    }

    @Test
    void isNotMadeByWritingToIt() {
        forum.log.start(1, "ann", "Some title", "zugzwang");
        forum.indexes.drop(ProjectionRun.first("forum-search"));
        assertThatThrownBy(() -> forum.play(forum.log.from(0))).hasCauseInstanceOf(SearchUnavailable.class);
        assertThat(forum.indexes.isLostFor(ProjectionRun.first("forum-search"))).isTrue();
        assertThatThrownBy(() -> forum.posts("zugzwang")).hasCauseInstanceOf(SearchUnavailable.class);
        forum.begin();
        forum.project();
        assertThat(forum.posts("zugzwang")).hasSize(1);
    }

    @Test
    void isNotSearchedWhereThereIsNoServer() {
        assertThatThrownBy(() ->
                        Engines.nowhere().search(ForumIndex.INDEX, Map.of()).join())
                .hasCauseInstanceOf(SearchUnavailable.class);
    }
}

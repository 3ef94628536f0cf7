package dev.parley.query.forum.search;

import static dev.parley.query.forum.search.ForumLog.FEEDBACK;
import static dev.parley.query.forum.search.ForumLog.GENERAL;
import static dev.parley.query.forum.search.ForumUnderTest.RUN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.kernel.forum.TopicEvent;
import dev.parley.query.Contract;
import dev.parley.query.embedded.ElasticsearchForTests;
import dev.parley.query.forum.search.ForumChange.InTopic;
import dev.parley.query.search.IndexDocuments;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What becomes of the posts of a long topic that moves while others write. */
@ExtendWith(ElasticsearchForTests.class)
@Contract
class ForumFollowingTest {
    private static final int POSTS = 800;

    private ForumUnderTest forum;
    private ForumFollowing following;
    private int read;

    @BeforeEach
    void begin() {
        forum = new ForumUnderTest();
        following = new ForumFollowing(documents());
        forum.log.start(1, GENERAL, "ann", "Some title", "zugzwang");
        IntStream.range(1, POSTS).forEach(reply -> forum.log.reply(1, "bob", "zugzwang"));
        forum.project();
        read = forum.log.all().size();
    }

    @AfterEach
    void close() {
        forum.close();
    }

    @Test
    void followAStepAtATimeWhereverItIsTakenUpAgain() {
        forum.log.move(1, FEEDBACK);
        handle();
        assertThat(there()).isZero();

        assertThat(following.step(RUN)).isTrue();
        assertThat(there()).isEqualTo(ForumFollowing.STEP);
        forum.log.reply(1, "cid", "zugzwang").edit(1, POSTS, "bob", "zugzwang!");
        handle();
        assertThat(there()).isEqualTo(ForumFollowing.STEP + 2);

        following = new ForumFollowing(documents());
        assertThat(following.step(RUN)).isTrue();
        assertThat(there()).isEqualTo(2 * ForumFollowing.STEP + 2);
        while (following.step(RUN)) {
            assertThat(there()).isGreaterThan(2 * ForumFollowing.STEP);
        }
        assertThat(there()).isEqualTo(POSTS + 1);
        assertThat(following.step(RUN)).isFalse();
    }

    @Test
    void followFromTheStartWhenTheTopicMovesAgain() {
        forum.log.move(1, FEEDBACK);
        handle();
        following.step(RUN);
        forum.log.move(1, GENERAL);
        handle();
        assertThat(there()).isEqualTo(ForumFollowing.STEP);
        following.step(RUN);
        assertThat(there()).isZero();
        finish();
        forum.log.move(1, FEEDBACK);
        handle();
        finish();
        assertThat(there()).isEqualTo(POSTS);
    }

    @Test
    void standAsWhereTheyAllFollowAtOnceHoweverOftenTheirEventsCome() {
        forum.log.move(1, FEEDBACK).reply(1, "cid", "zugzwang").remove(1);
        handle();
        handle();
        following.step(RUN);
        handle();
        finish();
        var documents = forum.documents();
        documents.remove(Following.ID);
        assertThat(documents.toString()).doesNotContain("zugzwang", "Some title");

        forum.begin();
        forum.project();
        assertThat(forum.documents()).isEqualTo(documents);
    }

    @Test
    void followByThemselvesWhileTheRunKeepsUp() {
        forum.writes.reached(RUN, read, read);
        forum.log.move(1, FEEDBACK);
        forum.play(forum.log.from(read));
        forum.writes.show("forum-search").join();
        assertThat(forum.find("zugzwang category:feedback").total().value()).isEqualTo(POSTS);
    }

    @Test
    void goOnAfterARestart() {
        forum.log.move(1, FEEDBACK);
        handle();
        following.step(RUN);
        new ForumWrites(documents(), forum.engine).reached(RUN, read, read);
        await().until(() -> there() == POSTS);
    }

    @Test
    void followAtOnceWhileTheRunIsBehind() {
        forum.writes.reached(RUN, read, read + 1_001L);
        forum.log.move(1, FEEDBACK);
        forum.play(forum.log.from(read));
        assertThat(there()).isEqualTo(POSTS);
    }

    /** What is new in the log, by a batch that lets posts follow later. */
    private void handle() {
        List<ForumChange> changes = forum.log
                .from(read)
                .<ForumChange>map(message -> new InTopic(
                        (TopicEvent) message.getPayload(), message.getSequenceNumber(), message.getTimestamp()))
                .toList();
        new ForumBatch(documents(), changes, true).write();
    }

    private void finish() {
        while (following.step(RUN)) {
            forum.refresh();
        }
    }

    private IndexDocuments documents() {
        return new IndexDocuments(forum.engine, forum.indexes);
    }

    private long there() {
        forum.refresh();
        return forum.find("zugzwang category:feedback").total().value();
    }
}

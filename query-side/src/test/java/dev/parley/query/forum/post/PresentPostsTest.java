package dev.parley.query.forum.post;

import static dev.parley.query.forum.post.PostsUnderTest.ANN;
import static dev.parley.query.forum.post.PostsUnderTest.BOB;
import static dev.parley.query.forum.post.PostsUnderTest.TOPIC;
import static dev.parley.query.forum.post.PostsUnderTest.added;
import static dev.parley.query.forum.post.PostsUnderTest.edited;
import static dev.parley.query.forum.post.PostsUnderTest.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.kernel.PersonalText;
import dev.parley.kernel.forum.CategoryId;
import dev.parley.kernel.forum.PostId;
import dev.parley.kernel.forum.TopicEvent.PostErased;
import dev.parley.kernel.forum.TopicEvent.PostRemoved;
import dev.parley.kernel.forum.TopicEvent.TopicRemoved;
import dev.parley.kernel.forum.TopicEvent.TopicStarted;
import dev.parley.query.PresentSubject;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a reported post is shown to moderators as it is now. */
class PresentPostsTest {
    private final PostsUnderTest posts = new PostsUnderTest();
    private final PresentPosts present = new PresentPosts(new StoredPosts(posts.mongo.readModels()));

    @BeforeEach
    void start() {
        posts.happen(
                        new TopicStarted(TOPIC, new CategoryId("general"), ANN, new PersonalText(ANN, "A topic")),
                        added(1, ANN, "first"),
                        added(2, BOB, "fool"))
                .project();
    }

    @AfterEach
    void close() {
        posts.close();
    }

    @Test
    void isItsText() {
        assertThat(now(id(2))).contains(new PresentSubject("fool", false));
    }

    @Test
    void isWhatItSaysSinceItWasEdited() {
        happens(edited(2, BOB, "friend"));
        assertThat(now(id(2))).contains(new PresentSubject("friend", false));
    }

    @Test
    void keepsItsTextWhenAModeratorRemovedIt() {
        happens(new PostRemoved(TOPIC, 2, ANN, 1));
        assertThat(now(id(2))).contains(new PresentSubject("fool", true));
    }

    @Test
    void losesItsTextWhenItsAuthorErasedIt() {
        happens(new PostErased(TOPIC, 2, 1));
        assertThat(now(id(2))).contains(new PresentSubject("", true));
    }

    @Test
    void isGoneWithItsTopic() {
        happens(new TopicRemoved(TOPIC, ANN));
        assertThat(now(id(2))).contains(new PresentSubject("fool", true));
    }

    @Test
    void isNothingWhereThereIsNoSuchPost() {
        assertThat(now(id(3))).isEmpty();
        assertThat(now(new PostId(TOPIC, 2, 7))).isEmpty();
    }

    private void happens(Object event) {
        posts.happen(event).project();
    }

    private Optional<PresentSubject> now(PostId post) {
        return present.find(post.toString()).join();
    }
}

package dev.parley.query.forum.post;

import static dev.parley.query.forum.post.PostsUnderTest.ANN;
import static dev.parley.query.forum.post.PostsUnderTest.BOB;
import static dev.parley.query.forum.post.PostsUnderTest.TOPIC;
import static dev.parley.query.forum.post.PostsUnderTest.added;
import static dev.parley.query.forum.post.PostsUnderTest.edited;
import static dev.parley.query.forum.post.PostsUnderTest.reacts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.WriteModel;
import dev.parley.kernel.PersonalText;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.forum.CategoryId;
import dev.parley.kernel.forum.Reaction;
import dev.parley.kernel.forum.TopicEvent.TopicStarted;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Role;
import dev.parley.query.ReadRefused;
import dev.parley.query.forum.post.PostQuery.ListPosts;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mockito.AdditionalAnswers;
import org.mockito.ArgumentMatchers;
import org.mockito.BDDMockito;
import org.mockito.Mockito;

/** A topic whose first batch is on its way into the store. */
class CutOffPostsTest {
    private static final int MOST_CHANGES = 20;

    private final PostsUnderTest posts = new PostsUnderTest();

    private static final class Cut extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @AfterEach
    void close() {
        posts.close();
    }

    @Test
    void isUnknownUntilItsFirstPostIsThereWhereverTheFlushWasCutOff() {
        posts.happen(
                new TopicStarted(TOPIC, new CategoryId("general"), ANN, new PersonalText(ANN, "A topic")),
                added(1, ANN, "a"),
                edited(1, ANN, "b"),
                reacts(1, BOB, Reaction.HEART));
        for (int reach = 1; reach <= MOST_CHANGES; reach++) {
            cutOff(reach);
            assertThat(posts.mongo.documents("posts")).isNotEmpty();
            assertIsUnknownOrWhole();
            posts.mongo.drop("posts");
        }
    }

    private void assertIsUnknownOrWhole() {
        var query = new ListPosts(Actor.of(BOB, Role.USER), TOPIC, 0, Set.of(), 20);
        try {
            assertThat(new String(posts.pages.read(query).join())).contains("\"content\":\"b\"");
        } catch (CompletionException failure) {
            assertThat(failure).hasCauseInstanceOf(ReadRefused.class);
            assertThat(((ReadRefused) failure.getCause()).rule()).isEqualTo(Rejection.UNKNOWN_TOPIC);
        }
    }

    private void cutOff(int reach) {
        MongoDatabase real = posts.mongo.writtenDatabase();
        MongoDatabase cut = Mockito.mock(MongoDatabase.class, AdditionalAnswers.delegatesTo(real));
        BDDMockito.willAnswer(call -> cutOff(real.getCollection(call.getArgument(0)), reach))
                .given(cut)
                .getCollection(ArgumentMatchers.anyString());
        assertThatThrownBy(() -> posts.playInto(cut)).hasRootCauseInstanceOf(Cut.class);
    }

    @SuppressWarnings("unchecked") // a mock of a type with a parameter
    private static MongoCollection<Document> cutOff(MongoCollection<Document> real, int reach) {
        MongoCollection<Document> cut = Mockito.mock(MongoCollection.class, AdditionalAnswers.delegatesTo(real));
        BDDMockito.willAnswer(call -> {
                    List<? extends WriteModel<Document>> models = call.getArgument(0);
                    real.bulkWrite(models.subList(0, Math.min(reach, models.size())));
                    throw new Cut();
                })
                .given(cut)
                .bulkWrite(ArgumentMatchers.anyList());
        return cut;
    }
}

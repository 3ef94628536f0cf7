package dev.parley.query.forum.post;

import static dev.parley.query.forum.post.PostsUnderTest.ANN;
import static dev.parley.query.forum.post.PostsUnderTest.BOB;
import static dev.parley.query.forum.post.PostsUnderTest.TOPIC;
import static dev.parley.query.forum.post.PostsUnderTest.added;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.kernel.PersonalText;
import dev.parley.kernel.forum.CategoryId;
import dev.parley.kernel.forum.PostText;
import dev.parley.kernel.forum.TopicEvent.TopicStarted;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import dev.parley.query.Page;
import dev.parley.query.forum.post.PostQuery.ListPosts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page of posts that are as long as they may be, in text or in what it looks like. */
class LongPostsTest {
    private static final int POSTS = 150;

    private final PostsUnderTest posts = new PostsUnderTest();

    @BeforeEach
    void start() {
        posts.happen(new TopicStarted(TOPIC, new CategoryId("general"), ANN, new PersonalText(ANN, "A topic")));
    }

    @AfterEach
    void close() {
        posts.close();
    }

    /** As HTML an ampersand is five characters; in JSON a quotation mark is two; a chess piece takes three bytes. */
    @ParameterizedTest
    @ValueSource(strings = {"&", "\"", "♟", "🙂"})
    void endsBefore4MegabytesAndLeadsOn(String character) {
        write(character);
        byte[] json = posts.pages.read(listing(Set.of(), 0)).join();
        assertThat(json).hasSizeBetween(3_800_000, 4_050_000);
        assertThat(walk(Set.of())).containsExactlyElementsOf(numbers());
    }

    @Test
    void losesNothingWhereSomebodyIsLeftOut() {
        write("&");
        assertThat(walk(Set.of(BOB)))
                .containsExactlyElementsOf(
                        numbers().stream().filter(number -> number % 3 != 0).toList());
    }

    /** Every third post is Bob's. */
    private void write(String character) {
        String text = character.repeat(PostText.MAX_CODE_POINTS);
        numbers().forEach(number -> posts.happen(added(number, number % 3 == 0 ? BOB : ANN, text)));
        posts.project();
    }

    private List<Long> walk(Set<UserId> without) {
        List<Long> numbers = new ArrayList<>();
        for (String next = "0"; next != null; ) {
            Page<PostView> page = posts.list(listing(without, Long.parseLong(next)));
            page.items().forEach(post -> numbers.add(post.number()));
            next = page.next();
        }
        return numbers;
    }

    private static ListPosts listing(Set<UserId> without, long after) {
        return new ListPosts(Actor.of(ANN, Role.USER), TOPIC, after, without, Page.MAX_LIMIT);
    }

    private static List<Long> numbers() {
        return LongStream.rangeClosed(1, POSTS).boxed().toList();
    }
}

package dev.parley.query.forum.search;

import static dev.parley.query.forum.search.ForumUnderTest.posts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.kernel.forum.Reaction;
import dev.parley.query.Streams;
import dev.parley.query.embedded.ElasticsearchForTests;
import dev.parley.query.forum.search.ForumSearchView.Total;
import dev.parley.query.forum.search.ForumUnderTest.Search;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What comes first, and page by page, with the embedded Elasticsearch. */
@ExtendWith(ElasticsearchForTests.class)
class ForumOrderTest {
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
    void putsTitlesAndFirstPostsAndLikedOnesFirst() {
        forum.log
                .start(1, "ann", "Something else entirely", "About the zugzwang of white.")
                .start(2, "ann", "What is zugzwang", "I read the word in a book.")
                .start(3, "ann", "Another thing entirely", "About the zugzwang of white.");
        IntStream.range(0, 9).forEach(person -> forum.log.react(1, 1, "p" + person, Reaction.HEART));
        forum.project();
        assertThat(forum.posts("zugzwang")).containsExactly("2/1", "1/1", "3/1");
    }

    @Test
    void putsNewPostsBeforeOldOnesThatSayTheSame() {
        forum.log.start(1, "ann", "A title of it", "zugzwang").at(Streams.START.minus(Duration.ofDays(2_000)));
        forum.log.start(2, "ann", "A title of it", "zugzwang");
        forum.project();
        assertThat(forum.posts("zugzwang")).containsExactly("1/1", "2/1");
    }

    @Test
    void showsATopicOnceByRelevanceAndEveryPostByDate() {
        forum.log.start(1, "ann", "On a certain move", "zugzwang");
        IntStream.rangeClosed(1, 5).forEach(reply -> forum.log.reply(1, "bob", "zugzwang " + "x ".repeat(reply)));
        forum.project();
        assertThat(forum.posts("zugzwang")).containsExactly("1/1");
        assertThat(posts(forum.answer(new Search().q("zugzwang").byDate())))
                .containsExactly("1/6", "1/5", "1/4", "1/3", "1/2", "1/1");
    }

    @Test
    void pagesThroughAllWithoutARepetition() {
        IntStream.rangeClosed(1, 40).forEach(topic -> {
            forum.log.start(topic, "ann", "Topic of number " + topic, "zugzwang " + "w ".repeat(topic));
            IntStream.rangeClosed(1, topic % 4).forEach(reply -> forum.log.reply(topic, "bob", "zugzwang again"));
        });
        forum.project();
        List<String> scored = pages(new Search().q("zugzwang"));
        assertThat(scored).hasSize(40);
        assertThat(scored.stream().map(post -> post.split("/")[0])).doesNotHaveDuplicates();
        assertThat(scored)
                .isEqualTo(posts(forum.answer(new Search().q("zugzwang").page("", 100))));
        List<String> dated = pages(new Search().q("zugzwang").byDate());
        assertThat(dated).hasSize(100).doesNotHaveDuplicates();
    }

    private List<String> pages(Search search) {
        List<String> all = new ArrayList<>();
        String next = "";
        do {
            ForumSearchView view = forum.answer(search.page(next, 7));
            assertThat(view.total()).isEqualTo(new Total(100, true));
            all.addAll(posts(view));
            next = view.next();
        } while (next != null);
        return all;
    }
}

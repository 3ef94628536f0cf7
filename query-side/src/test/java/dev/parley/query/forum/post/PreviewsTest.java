package dev.parley.query.forum.post;

import static dev.parley.query.forum.post.PostsUnderTest.ANN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.kernel.Rejection;
import dev.parley.kernel.forum.PostText;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Role;
import dev.parley.query.ReadRefused;
import dev.parley.query.forum.markup.Embed;
import dev.parley.query.forum.post.PostQuery.PreviewPost;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How a text is shown before it is a post. */
class PreviewsTest {
    private static final String GAME = "https://lichess.org/abcdefgh";

    private final PostsUnderTest posts = new PostsUnderTest();

    @AfterEach
    void close() {
        posts.close();
    }

    @Test
    void lookAsThePostWill() {
        PreviewView shown = preview("*Look* <b>here</b>:\n\n" + GAME);
        assertThat(shown.html()).contains("<em>Look</em> &lt;b&gt;here&lt;/b&gt;", "href=\"" + GAME + "\"");
        assertThat(shown.embeds()).containsExactly(new Embed(Embed.Kind.GAME, GAME));
    }

    @Test
    void areClosedToThoseInKidMode() {
        posts.kids.set(ANN, true);
        assertThatThrownBy(() -> preview("*Look*"))
                .cause()
                .asInstanceOf(InstanceOfAssertFactories.type(ReadRefused.class))
                .extracting(ReadRefused::rule)
                .isEqualTo(Rejection.KID_MODE);
    }

    private PreviewView preview(String text) {
        var ann = Actor.of(ANN, Role.USER);
        return posts.queries.handle(new PreviewPost(ann, new PostText(text))).join();
    }
}

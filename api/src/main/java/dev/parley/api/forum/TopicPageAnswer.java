package dev.parley.api.forum;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.api.http.Json;
import dev.parley.query.forum.TopicView;
import dev.parley.query.forum.post.PostView;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.ByteArrayOutputStream;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/** Tells the API's document what the ready-made bytes of a topic with a page of its posts are. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ApiResponse(
        responseCode = "200",
        content =
                @Content(
                        mediaType = "application/json",
                        schema = @Schema(implementation = TopicPageAnswer.TopicPage.class)))
@interface TopicPageAnswer {
    record TopicPage(TopicView topic, PostPage posts) {}

    /** @param next given back as {@code after}; null at the end */
    record PostPage(List<PostView> items, String next) {}

    /** Puts the two together, of which the posts are JSON already. */
    final class Bytes {
        private static final byte[] BEFORE = "{\"topic\":".getBytes(UTF_8);
        private static final byte[] BETWEEN = ",\"posts\":".getBytes(UTF_8);
        private static final int BRACE = '}';

        private Bytes() {}

        static byte[] of(TopicView topic, byte[] posts) {
            byte[] head = Json.mapper().writeValueAsBytes(topic);
            var page = new ByteArrayOutputStream(BEFORE.length + head.length + BETWEEN.length + posts.length + 1);
            page.writeBytes(BEFORE);
            page.writeBytes(head);
            page.writeBytes(BETWEEN);
            page.writeBytes(posts);
            page.write(BRACE);
            return page.toByteArray();
        }
    }
}

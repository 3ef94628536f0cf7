package dev.parley.api.forum;

import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.forum.PostId;
import dev.parley.kernel.forum.TopicId;

/** Reads which post of a topic is meant. */
public final class PostNumbers {
    private PostNumbers() {}

    /**
     * @param after the post's id or its number, 0 for the start
     * @throws InvalidValue if it is neither
     */
    public static long of(TopicId topic, String after) {
        if (after.matches("\\d{1,15}")) {
            return Long.parseLong(after);
        }
        try {
            PostId post = PostId.parse(after);
            InvalidValue.unless(post.topic().equals(topic), "after", "a post of this topic");
            return post.number();
        } catch (InvalidValue none) {
            throw new InvalidValue("after", "the id or the number of a post of this topic");
        }
    }
}

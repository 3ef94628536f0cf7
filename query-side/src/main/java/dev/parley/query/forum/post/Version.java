package dev.parley.query.forum.post;

import dev.parley.kernel.PersonalText;
import dev.parley.kernel.forum.TopicEvent.PostEdited;
import dev.parley.kernel.past.PastEvent;
import java.time.Instant;
import org.bson.Document;

/**
 * What a post said from some edit on.
 *
 * @param sequence place in the topic's stream
 */
record Version(long sequence, String content, Instant at) {
    static Version of(Post post) {
        return new Version(
                post.id().sequence(), post.original().content(), post.original().at());
    }

    static Version of(Document stored) {
        return new Version(
                stored.getLong(PostDocument.SEQUENCE),
                stored.get(PostDocument.CONTENT, PersonalText.class).text(),
                stored.getDate(PostDocument.AT).toInstant());
    }

    static Version of(PastEvent<PostEdited> edit) {
        return new Version(edit.sequence(), edit.event().content().text(), edit.at());
    }
}

package dev.parley.query.forum.post;

import dev.parley.kernel.forum.TopicEvent;
import dev.parley.kernel.forum.TopicEvent.PostEdited;
import dev.parley.kernel.forum.TopicEvent.PostErased;
import dev.parley.kernel.forum.TopicEvent.PostRemoved;
import dev.parley.kernel.past.PastEvent;
import dev.parley.query.forum.markup.Markup;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of posts after they were added, by their numbers.
 *
 * @param edits the last of each
 * @param gone how they first went out of sight
 */
record PostChanges(Map<Long, PastEvent<PostEdited>> edits, Map<Long, String> gone) {
    /** @param events oldest first */
    static PostChanges of(List<PastEvent<TopicEvent>> events) {
        Map<Long, PastEvent<PostEdited>> edits = new HashMap<>();
        Map<Long, String> gone = new HashMap<>();
        for (PastEvent<TopicEvent> change : events) {
            if (change.event() instanceof PostEdited edited) {
                edits.put(edited.number(), new PastEvent<>(edited, change.sequence(), change.position(), change.at()));
            } else if (change.event() instanceof PostErased erased) {
                gone.putIfAbsent(erased.number(), PostProjection.ERASED);
            } else if (change.event() instanceof PostRemoved removed) {
                gone.putIfAbsent(removed.number(), PostProjection.TAKEN_OUT);
            }
        }
        return new PostChanges(edits, gone);
    }

    /** The post as they left it. */
    Post to(Post post, Markup markup) {
        long number = post.id().number();
        PastEvent<PostEdited> edit = edits.get(number);
        Post edited = edit == null ? post : post.editedTo(text(edit, markup));
        return gone.containsKey(number) ? edited.gone(gone.get(number)) : edited;
    }

    private static Text text(PastEvent<PostEdited> edit, Markup markup) {
        PostEdited edited = edit.event();
        return Text.rendered(markup, edited.content().text(), edited.mentions(), edit.at());
    }
}

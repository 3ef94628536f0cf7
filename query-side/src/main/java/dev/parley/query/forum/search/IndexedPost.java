package dev.parley.query.forum.search;

import dev.parley.kernel.PersonalText;
import dev.parley.kernel.forum.PostId;
import dev.parley.kernel.forum.Reaction;
import dev.parley.kernel.forum.ReactionEvent;
import dev.parley.kernel.forum.ReactionEvent.ReactionAdded;
import dev.parley.kernel.forum.ReactionEvent.ReactionTakenBack;
import dev.parley.kernel.forum.TopicEvent.PostAdded;
import dev.parley.kernel.forum.TopicEvent.PostEdited;
import dev.parley.kernel.forum.TopicEvent.PostErased;
import dev.parley.kernel.forum.TopicEvent.PostRemoved;
import dev.parley.kernel.forum.TopicEvent.TopicClosed;
import dev.parley.kernel.forum.TopicEvent.TopicMoved;
import dev.parley.kernel.forum.TopicEvent.TopicPinned;
import dev.parley.kernel.forum.TopicEvent.TopicRemoved;
import dev.parley.kernel.forum.TopicEvent.TopicReopened;
import dev.parley.kernel.forum.TopicEvent.TopicStarted;
import dev.parley.kernel.forum.TopicEvent.TopicUnpinned;
import dev.parley.query.search.IndexedDocument;
import tools.jackson.databind.node.ObjectNode;

/**
 * A post in the index. Each event of its topic's stream, and each of its reactions' stream, changes it once: one at or
 * before the last is passed over. What cannot be seen keeps its place there, and none of its text.
 */
final class IndexedPost {
    private final PostKey key;
    private final ObjectNode fields;

    IndexedPost(PostKey key, IndexedDocument document) {
        this.key = key;
        this.fields = document.fields();
    }

    void on(ForumChange change) {
        switch (change) {
            case ForumChange.InTopic inTopic -> {
                if (isNew(ForumIndex.SEQUENCE, change.sequence())) {
                    on(inTopic);
                }
            }
            case ForumChange.ToPost reaction -> {
                if (isNew(ForumIndex.REACTED, change.sequence())) {
                    react(reaction.event());
                }
            }
        }
    }

    /** Takes over what its topic says by now. */
    void follow(IndexedTopic topic) {
        if (isNew(ForumIndex.PLACED, topic.placed())) {
            fields.put(ForumIndex.CATEGORY, topic.category());
            fields.put(ForumIndex.TOPIC_AUTHOR, topic.author());
            if (topic.removed()) {
                hide();
            } else if (!isHidden()) {
                fields.put(ForumIndex.TITLE, topic.title());
            }
        }
    }

    private void on(ForumChange.InTopic change) {
        switch (change.event()) {
            case PostAdded added -> add(added, change);
            case PostEdited edited -> write(edited.content());
            case PostErased erased -> hide();
            case PostRemoved removed -> hide();
            case TopicStarted other -> {}
            case TopicMoved other -> {}
            case TopicRemoved other -> {}
            case TopicClosed other -> {}
            case TopicReopened other -> {}
            case TopicPinned other -> {}
            case TopicUnpinned other -> {}
        }
    }

    private void add(PostAdded added, ForumChange.InTopic change) {
        fields.put(ForumIndex.KIND, ForumIndex.KIND_POST);
        fields.put(ForumIndex.KEY, key.toString());
        fields.put(ForumIndex.TOPIC, key.topic().value());
        fields.put(ForumIndex.NUMBER, added.number());
        fields.put(ForumIndex.POST, new PostId(key.topic(), added.number(), change.sequence()).toString());
        fields.put(ForumIndex.AUTHOR, added.author().value());
        fields.put(ForumIndex.AT, change.at().toEpochMilli());
        fields.put(ForumIndex.REACTIONS, reactions());
        write(added.content());
    }

    /** What somebody wrote who was erased is empty, and not to be found. */
    private void write(PersonalText content) {
        if (!isHidden()) {
            fields.put(ForumIndex.CONTENT, content.text());
            fields.put(ForumIndex.VISIBLE, !content.text().isEmpty());
        }
    }

    private void hide() {
        fields.put(ForumIndex.HIDDEN, true);
        fields.put(ForumIndex.VISIBLE, false);
        fields.remove(ForumIndex.CONTENT);
        fields.remove(ForumIndex.TITLE);
    }

    private boolean isHidden() {
        return fields.path(ForumIndex.HIDDEN).asBoolean(false);
    }

    /** All kinds count but the one that disagrees. */
    private void react(ReactionEvent event) {
        switch (event) {
            case ReactionAdded added -> count(added.reaction(), 1);
            case ReactionTakenBack taken -> count(taken.reaction(), -1);
        }
    }

    private void count(Reaction reaction, int step) {
        if (reaction != Reaction.MINUS_ONE) {
            fields.put(ForumIndex.REACTIONS, reactions() + step);
        }
    }

    private int reactions() {
        return fields.path(ForumIndex.REACTIONS).asInt(0);
    }

    private boolean isNew(String last, long sequence) {
        if (sequence <= fields.path(last).asLong(-1)) {
            return false;
        }
        fields.put(last, sequence);
        return true;
    }
}

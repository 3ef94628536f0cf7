package dev.parley.query.forum.search;

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

/** A topic in the index. Each event of its stream changes it once: one at or before its sequence is passed over. */
final class IndexedTopic {
    private final IndexedDocument document;
    private final ObjectNode fields;

    IndexedTopic(IndexedDocument document) {
        this.document = document;
        this.fields = document.fields();
    }

    IndexedDocument document() {
        return document;
    }

    void on(ForumChange.InTopic change) {
        if (change.sequence() <= sequence()) {
            return;
        }
        switch (change.event()) {
            case TopicStarted started -> {
                start(started);
                fields.put(ForumIndex.PLACED, change.sequence());
            }
            case PostAdded added -> {
                fields.put(ForumIndex.POSTS, added.number());
                fields.put(ForumIndex.AT, change.at().toEpochMilli());
            }
            case TopicMoved moved -> {
                fields.put(ForumIndex.CATEGORY, moved.to().slug());
                fields.put(ForumIndex.PLACED, change.sequence());
            }
            case TopicRemoved removed -> {
                fields.put(ForumIndex.REMOVED, true);
                fields.put(ForumIndex.VISIBLE, false);
                fields.remove(ForumIndex.TITLE);
                fields.put(ForumIndex.PLACED, change.sequence());
            }
            case PostEdited other -> {}
            case PostErased other -> {}
            case PostRemoved other -> {}
            case TopicClosed other -> {}
            case TopicReopened other -> {}
            case TopicPinned other -> {}
            case TopicUnpinned other -> {}
        }
        fields.put(ForumIndex.SEQUENCE, change.sequence());
    }

    private void start(TopicStarted started) {
        fields.put(ForumIndex.KIND, ForumIndex.KIND_TOPIC);
        fields.put(ForumIndex.KEY, started.topicId().value());
        fields.put(ForumIndex.TOPIC, started.topicId().value());
        fields.put(ForumIndex.TITLE, started.title().text());
        fields.put(ForumIndex.CATEGORY, started.category().slug());
        fields.put(ForumIndex.AUTHOR, started.author().value());
        fields.put(ForumIndex.TOPIC_AUTHOR, started.author().value());
        fields.put(ForumIndex.VISIBLE, true);
    }

    private long sequence() {
        return fields.path(ForumIndex.SEQUENCE).asLong(-1);
    }

    /** Place of the last event that changed what its posts repeat. */
    long placed() {
        return fields.path(ForumIndex.PLACED).asLong(-1);
    }

    /** The number of its last post. */
    long posts() {
        return fields.path(ForumIndex.POSTS).asLong(0);
    }

    String title() {
        return fields.path(ForumIndex.TITLE).asString("");
    }

    String category() {
        return fields.path(ForumIndex.CATEGORY).asString("");
    }

    String author() {
        return fields.path(ForumIndex.AUTHOR).asString("");
    }

    boolean removed() {
        return fields.path(ForumIndex.REMOVED).asBoolean(false);
    }
}

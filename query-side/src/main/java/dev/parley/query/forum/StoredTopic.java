package dev.parley.query.forum;

import dev.parley.kernel.PersonalText;
import dev.parley.kernel.forum.CategoryId;
import dev.parley.kernel.forum.TopicTitle;
import dev.parley.kernel.member.UserId;
import dev.parley.query.Latest;
import dev.parley.query.PersonView;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;

/**
 * A topic as it is stored.
 *
 * @param sequence of the event of its stream that was the last to change it
 * @param state which nobody changes: see {@link TopicDocument}
 */
record StoredTopic(String id, long sequence, Document state, long views) {

    /** Nothing while only its views are stored. */
    static Optional<StoredTopic> of(Document stored) {
        return Latest.read(stored, TopicDocument.STATE, Document.class)
                .map(state -> new StoredTopic(
                        stored.getString("_id"),
                        Latest.since(stored, TopicDocument.STATE),
                        state,
                        stored.get(TopicDocument.VIEWS, 0L)));
    }

    CategoryId category() {
        return new CategoryId(state.getString(TopicDocument.CATEGORY));
    }

    UserId author() {
        return new UserId(state.getString(TopicDocument.AUTHOR));
    }

    String title() {
        return state.get(TopicDocument.TITLE, PersonalText.class).text();
    }

    /** Place in the log of its last accepted post. */
    long last() {
        return state.getLong(TopicDocument.LAST);
    }

    boolean pinned() {
        return state.getBoolean(TopicDocument.PINNED);
    }

    boolean removed() {
        return state.getBoolean(TopicDocument.REMOVED);
    }

    Board board(Board.Kind kind) {
        return switch (kind) {
            case ALL -> Board.ALL;
            case CATEGORY -> Board.of(category());
            case AUTHOR -> Board.of(author());
        };
    }

    /** Into which one it was put; nothing before its first post. */
    Optional<Long> chunk(Board.Kind kind) {
        return Optional.ofNullable(
                state.get(TopicDocument.CHUNKS, Document.class).getLong(kind.field()));
    }

    /**
     * Whether a chunk's entry tells where this topic stands. One that is newer does: the lists are written before the
     * topics. One that is older was left behind.
     */
    boolean standsAt(TopicEntry entry) {
        return entry.position() >= last();
    }

    StoredTopic with(long changedBy, Document changes) {
        Document changed = new Document(state);
        changed.putAll(changes);
        return new StoredTopic(id, changedBy, changed, views);
    }

    StoredTopic standingIn(Board.Kind kind, long chunk) {
        Document chunks = new Document(state.get(TopicDocument.CHUNKS, Document.class)).append(kind.field(), chunk);
        return with(sequence, new Document(TopicDocument.CHUNKS, chunks));
    }

    TopicView view(Map<UserId, PersonView> named) {
        return new TopicView(
                id,
                category().slug(),
                title(),
                TopicTitle.slug(title()),
                named.get(author()),
                state.getDate(TopicDocument.CREATED_AT).toInstant(),
                state.getDate(TopicDocument.UPDATED_AT).toInstant(),
                state.getBoolean(TopicDocument.CLOSED),
                pinned(),
                state.getLong(TopicDocument.POSTS),
                views);
    }
}

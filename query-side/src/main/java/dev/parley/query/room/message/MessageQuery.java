package dev.parley.query.room.message;

import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.past.PastStream;
import dev.parley.kernel.room.MessageId;
import dev.parley.kernel.room.RoomId;
import dev.parley.query.Page;
import java.util.Set;

/** Everything that can be asked about a room's lines. */
public sealed interface MessageQuery {
    /**
     * Part of a room's history, oldest line first.
     *
     * <p>The page's {@code next} leads on in the direction asked for: given back as {@code before} for the newest page
     * and for one before a line, as {@code after} for one after a line. It is absent when there is nothing further at
     * the moment. Any line's id serves as either.
     *
     * @param without whose lines the viewer does not get; the page is filled up with others'
     * @param limit at most so many lines, 1 to {@value Page#MAX_LIMIT}
     */
    record ListMessages(RoomId roomId, Actor viewer, Set<UserId> without, Span span, int limit)
            implements MessageQuery {
        /** @throws InvalidValue if the limit is out of its bounds, or the line that is named is another room's */
        public ListMessages {
            without = Set.copyOf(without);
            InvalidValue.unless(limit >= 1 && limit <= Page.MAX_LIMIT, "limit", "1 to " + Page.MAX_LIMIT);
            span.requireIn(roomId);
        }
    }

    /**
     * Part of a room's history as moderators saw it at some time: answered with a {@link Page} of {@link MessageView}s, of
     * everybody's lines, which leads on as that of {@link ListMessages}.
     *
     * @param room its stream then
     * @param limit at most so many lines, 1 to {@value Page#MAX_LIMIT}
     */
    record ListMessagesAsOf(PastStream room, Span span, int limit) implements MessageQuery {
        /** @throws InvalidValue if the limit is out of its bounds, or the line that is named is another room's */
        public ListMessagesAsOf {
            InvalidValue.unless(limit >= 1 && limit <= Page.MAX_LIMIT, "limit", "1 to " + Page.MAX_LIMIT);
            span.requireIn(new RoomId(room.id()));
        }
    }

    /** Which part of the history. */
    sealed interface Span {
        void requireIn(RoomId room);

        record Newest() implements Span {
            @Override
            public void requireIn(RoomId room) {}
        }

        /** The lines right before this one. */
        record Before(MessageId line) implements Span {
            @Override
            public void requireIn(RoomId room) {
                InvalidValue.unless(line.room().equals(room), "before", "the id of a message in this room");
            }
        }

        /** The lines right after this one. */
        record After(MessageId line) implements Span {
            @Override
            public void requireIn(RoomId room) {
                InvalidValue.unless(line.room().equals(room), "after", "the id of a message in this room");
            }
        }
    }
}

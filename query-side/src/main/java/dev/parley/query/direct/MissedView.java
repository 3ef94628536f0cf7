package dev.parley.query.direct;

import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.member.UserId;
import java.time.Instant;
import java.util.List;

/**
 * What somebody missed, in the order of the log.
 *
 * @param more whether there is more, after the position of the last entry
 */
public record MissedView(List<Missed> entries, boolean more) {
    public MissedView {
        entries = List.copyOf(entries);
    }

    /** One thing that was missed. */
    public sealed interface Missed {
        ConversationId conversation();

        /** Place of its event in the log. */
        long position();

        record Written(ConversationId conversation, DirectMessageView message, long position) implements Missed {}

        /**
         * The last time that one of the two has read, unless that was by writing; what they read before is not
         * repeated.
         *
         * @param upTo number of the message up to which they have read
         */
        record Read(ConversationId conversation, UserId reader, long upTo, Instant at, long position)
                implements Missed {}
    }
}

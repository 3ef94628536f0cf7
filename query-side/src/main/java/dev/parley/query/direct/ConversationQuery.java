package dev.parley.query.direct;

import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.WellFormed;
import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.direct.DirectMessageId;
import dev.parley.kernel.member.UserId;
import dev.parley.query.Page;
import java.util.Set;

/** Everything that can be asked about direct messages: each person asks about their own. */
public sealed interface ConversationQuery {
    UserId viewer();

    /**
     * Answered with a {@link Page} of {@link ConversationView}s that nothing follows on: the {@value #MOST} latest that
     * the viewer does not hide, newest first.
     *
     * <p>With {@code q} it is those, however old, with a partner whose username begins with it, or with a message that
     * holds all of its words. Names are looked at in the 1,000 latest conversations. Fails with
     * {@link dev.parley.query.SearchUnavailable} while Elasticsearch is away.
     *
     * @param q at most {@value #MAX_CODE_POINTS} characters, empty for all
     * @param without with whom conversations are left out
     */
    record ListConversations(UserId viewer, String q, Set<UserId> without) implements ConversationQuery {
        public static final int MOST = 50;
        public static final int MAX_CODE_POINTS = 200;

        /** @throws InvalidValue if what is looked for is too long or not well formed */
        public ListConversations {
            q = WellFormed.text(q, "q").strip();
            without = Set.copyOf(without);
            InvalidValue.unless(
                    WellFormed.length(q) <= MAX_CODE_POINTS, "q", "at most " + MAX_CODE_POINTS + " characters");
        }
    }

    /** Answered with an {@link UnreadView} of all conversations that the viewer does not hide, but those with some. */
    record CountUnread(UserId viewer, Set<UserId> without) implements ConversationQuery {
        public CountUnread {
            without = Set.copyOf(without);
        }
    }

    /**
     * Answered with a {@link ConversationPageView}. Fails with {@link dev.parley.query.ReadRefused} when there is no
     * such conversation, and likewise when the viewer is none of the two.
     *
     * @param before number of the message right after the page, {@value #NEWEST} for the newest page
     * @param limit at most so many messages, 1 to {@value Page#MAX_LIMIT}
     */
    record FindConversation(ConversationId conversationId, UserId viewer, long before, int limit)
            implements ConversationQuery {
        public static final long NEWEST = Long.MAX_VALUE;

        /** @throws InvalidValue if the limit is out of its bounds */
        public FindConversation {
            InvalidValue.unless(limit >= 1 && limit <= Page.MAX_LIMIT, "limit", "1 to " + Page.MAX_LIMIT);
        }

        /** With its newest page. */
        public static FindConversation newest(ConversationId conversation, UserId viewer, int limit) {
            return new FindConversation(conversation, viewer, NEWEST, limit);
        }

        /**
         * With the page right before a message.
         *
         * @throws InvalidValue if the message is another conversation's
         */
        public static FindConversation before(
                DirectMessageId message, ConversationId conversation, UserId viewer, int limit) {
            InvalidValue.unless(
                    message.conversation().equals(conversation), "before", "the id of a message in this conversation");
            return new FindConversation(conversation, viewer, message.number(), limit);
        }
    }

    /**
     * Answered with a {@link MissedView}: what was written and read in the viewer's conversations since then, in the
     * order of the log. It costs one read per conversation in which anything was, and some more where that was much.
     *
     * @param after position in the log of the last event that the viewer knows of
     * @param limit at most so many entries, 1 to {@value #MOST}
     */
    record MissedMessages(UserId viewer, long after, int limit) implements ConversationQuery {
        public static final int MOST = 500;

        /** @throws InvalidValue if the limit is out of its bounds */
        public MissedMessages {
            InvalidValue.unless(limit >= 1 && limit <= MOST, "limit", "1 to " + MOST);
        }
    }
}

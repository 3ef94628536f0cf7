package dev.parley.query.forum.search;

import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.WellFormed;
import dev.parley.kernel.forum.CategoryId;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.UserId;
import dev.parley.query.Page;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Everything that can be looked for in the forum. Each fails with {@link dev.parley.query.ReadRefused} in kid mode, and
 * with {@link dev.parley.query.SearchUnavailable} while Elasticsearch is away or the index is being filled.
 */
public sealed interface ForumSearchQuery {
    int MAX_CODE_POINTS = 200;

    Actor viewer();

    /** What stands first. */
    enum Sort {
        /** The best, each topic once. */
        RELEVANCE,
        /** The newest post. */
        DATE;

        /** @throws InvalidValue unless it is {@code relevance}, {@code date} or empty, which means relevance */
        public static Sort parse(String label) {
            return label.isEmpty()
                    ? RELEVANCE
                    : Stream.of(values())
                            .filter(one -> one.label().equals(label))
                            .findFirst()
                            .orElseThrow(() -> new InvalidValue("sort", "relevance or date"));
        }

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Answered with a {@link ForumSearchView} of posts that say all that is in {@code q}: words, {@code "phrases"},
     * {@code user:name}, {@code category:slug}, {@code before:} and {@code after:} with a day, and {@code -} before what
     * must not be. A word of at least 3 letters is also found with a typo in it. What a topic's title says counts as
     * said in its first post, and in others that say any of the words and phrases themselves.
     *
     * @param q at most {@value #MAX_CODE_POINTS} characters and {@value TermParser#MOST} terms; empty for all posts.
     *     Nothing is found by one without a letter or digit
     * @param before posts older than this
     * @param after posts of this instant and newer
     * @param without posts of these people are left out, and all in their topics
     * @param cursor the next of the page before; empty for the first
     * @param limit at most so many, 1 to {@value Page#MAX_LIMIT}
     */
    record SearchForum(
            Actor viewer,
            String q,
            Optional<CategoryId> category,
            Optional<UserId> author,
            Optional<Instant> before,
            Optional<Instant> after,
            Sort sort,
            Set<UserId> without,
            String cursor,
            int limit)
            implements ForumSearchQuery {
        /** @throws InvalidValue if anything is out of its bounds, or the cursor is none of this order */
        public SearchForum {
            q = bounded(q);
            without = Set.copyOf(without);
            TermParser.parse(q);
            ResultCursor.parse(cursor, sort);
            InvalidValue.unless(limit >= 1 && limit <= Page.MAX_LIMIT, "limit", "1 to " + Page.MAX_LIMIT);
        }
    }

    /**
     * Answered with a {@link Page} of {@link SuggestionView}s that nothing follows on: topics whose titles have all these
     * words, the last of which need not be complete.
     *
     * @param q at most {@value #MAX_CODE_POINTS} characters; nothing is suggested for an empty one
     * @param without topics of these people are left out
     * @param limit at most so many, 1 to {@value #MOST}
     */
    record SuggestTopics(Actor viewer, String q, Set<UserId> without, int limit) implements ForumSearchQuery {
        public static final int MOST = 10;

        /** @throws InvalidValue if anything is out of its bounds */
        public SuggestTopics {
            q = bounded(q);
            without = Set.copyOf(without);
            InvalidValue.unless(limit >= 1 && limit <= MOST, "limit", "1 to " + MOST);
        }
    }

    private static String bounded(String q) {
        String text = WellFormed.text(q, "q").strip();
        InvalidValue.unless(
                WellFormed.length(text) <= MAX_CODE_POINTS, "q", "at most " + MAX_CODE_POINTS + " characters");
        return text;
    }
}

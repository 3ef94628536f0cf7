package dev.parley.query.audit;

import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.WellFormed;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.UserId;
import dev.parley.query.Page;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Everything that is asked of the audit. Fails with {@link dev.parley.query.ReadRefused} unless the viewer moderates, and
 * with {@link dev.parley.query.SearchUnavailable} while Elasticsearch is away or the index is being filled.
 */
public sealed interface AuditQuery {
    Actor viewer();

    /**
     * Answered with a {@link Page} of {@link AuditRowView}s, newest first, without those of what concerns the viewer. What
     * is done is found within about 2 s.
     *
     * @param cursor the next of the page before; empty for the first
     * @param limit at most so many, 1 to {@value Page#MAX_LIMIT}
     */
    record SearchAudit(Actor viewer, Who who, What what, When when, String cursor, int limit) implements AuditQuery {
        private static final Pattern CURSOR = Pattern.compile("\\d{0,18}");

        /** @throws InvalidValue if anything is out of its bounds */
        public SearchAudit {
            InvalidValue.unless(CURSOR.matcher(cursor).matches(), "cursor", "the next of a page");
            InvalidValue.unless(limit >= 1 && limit <= Page.MAX_LIMIT, "limit", "1 to " + Page.MAX_LIMIT);
        }
    }

    /**
     * The people in it.
     *
     * @param actor who did it
     * @param subject whom the event names besides
     */
    record Who(Optional<UserId> actor, Optional<UserId> subject) {}

    /**
     * The events themselves; an empty field asks for nothing.
     *
     * @param type such as {@code SanctionImposed}
     * @param q words that are all in the reason, at most {@value #MAX_CODE_POINTS} characters
     * @param correlation all that came of this request
     * @param causation what this event caused
     * @param event this one alone
     */
    record What(String type, String q, String correlation, String causation, String event) {
        private static final int MAX_CODE_POINTS = 200;
        private static final int MAX_ID = 255;

        /** @throws InvalidValue if anything is out of its bounds */
        public What {
            q = WellFormed.text(q, "q").strip();
            InvalidValue.unless(WellFormed.length(q) <= MAX_CODE_POINTS, "q", "at most 200 characters");
            requireId(type, "type");
            requireId(correlation, "correlation");
            requireId(causation, "causation");
            requireId(event, "event");
        }

        private static void requireId(String text, String field) {
            InvalidValue.unless(
                    WellFormed.text(text, field).length() <= MAX_ID, field, "at most " + MAX_ID + " characters");
        }
    }

    /**
     * From one instant to before another.
     *
     * @param from first instant
     * @param to first instant that is too late
     */
    record When(Optional<Instant> from, Optional<Instant> to) {}
}

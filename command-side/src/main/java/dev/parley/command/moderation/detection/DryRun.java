package dev.parley.command.moderation.detection;

import dev.parley.kernel.detection.Category;
import dev.parley.kernel.detection.Finding;
import dev.parley.kernel.detection.TextPolicy;
import dev.parley.kernel.detection.Verdict;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.moderation.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.stereotype.Component;

/** What the text policy of this release would flag of what was written, event by event of the log. Appends nothing. */
@Component
public class DryRun {
    /** So many events are looked at in one go. */
    public static final int MOST_EVENTS = 20_000;
    /** So many flagged texts are told of in one go. */
    public static final int MOST_ITEMS = 100;

    private final EventStorageEngine log;
    private final TextPolicy policy = TextPolicy.current();

    DryRun(EventStorageEngine log) {
        this.log = log;
    }

    /**
     * A text that would be flagged, unless it is a private message.
     *
     * @param position in the log
     */
    public record Item(
            long position, Instant at, UserId author, Optional<Subject> subject, String text, List<Finding> findings) {}

    /**
     * What was found in a stretch of the log.
     *
     * @param texts how many were looked at
     * @param flagged how many of them would be, with those that are private
     * @param next position to go on after; empty at the end of the log
     */
    public record Report(
            String version,
            long texts,
            long flagged,
            Map<Category, Long> byCategory,
            List<Item> items,
            OptionalLong next) {}

    /**
     * Looks at the texts in the next {@value #MOST_EVENTS} events, or fewer where {@value #MOST_ITEMS} are flagged. Waits
     * for the event store.
     *
     * @param after position in the log behind which it begins; -1 for the beginning
     */
    public Report after(long after) {
        TrackingToken from = after < 0 ? null : GapAwareTrackingToken.newInstance(after, List.of());
        var run = new Run(policy);
        try (Stream<? extends TrackedEventMessage<?>> events = log.readEvents(from, false)) {
            Iterator<? extends TrackedEventMessage<?>> rest = events.iterator();
            while (!run.isOver() && rest.hasNext()) {
                run.look(rest.next());
            }
            return run.report(rest.hasNext());
        }
    }

    private static final class Run {
        private final TextPolicy policy;
        private final Map<Category, Long> byCategory = new EnumMap<>(Category.class);
        private final List<Item> items = new ArrayList<>();
        private long position = -1;
        private int events;
        private long texts;
        private long flagged;

        Run(TextPolicy policy) {
            this.policy = policy;
        }

        boolean isOver() {
            return events >= MOST_EVENTS || items.size() >= MOST_ITEMS;
        }

        void look(TrackedEventMessage<?> event) {
            events++;
            position = event.trackingToken().position().orElseThrow();
            if (event instanceof DomainEventMessage<?> told) {
                Said.in(told).ifPresent(this::look);
            }
        }

        private void look(Said said) {
            texts++;
            Verdict verdict = policy.look(said.text());
            if (verdict.isFlagged()) {
                flagged++;
                verdict.findings().stream()
                        .map(Finding::category)
                        .distinct()
                        .forEach(category -> byCategory.merge(category, 1L, Long::sum));
                tell(said, verdict);
            }
        }

        /** What people write to each other is read with a held case or a reason alone, and with an event. */
        private void tell(Said said, Verdict verdict) {
            if (said.channel() != Said.Channel.DIRECT) {
                items.add(
                        new Item(position, said.at(), said.author(), said.subject(), said.text(), verdict.findings()));
            }
        }

        Report report(boolean more) {
            return new Report(
                    policy.version(),
                    texts,
                    flagged,
                    byCategory,
                    items,
                    more ? OptionalLong.of(position) : OptionalLong.empty());
        }
    }
}

package dev.parley.command.forum;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.parley.kernel.forum.TopicViewed;
import dev.parley.kernel.forum.TopicViewsId;
import dev.parley.kernel.member.UserId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/** How often a topic was looked at: a person counts once a day, and a day counts 50,000 people at most. */
@Revision("1")
@Aggregate(cache = "aggregateCache", snapshotTriggerDefinition = "snapshotTrigger")
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
class TopicViews {
    static final int MAX_VIEWERS = 50_000;

    @AggregateIdentifier
    private TopicViewsId id;

    private long views;
    private LocalDate day = LocalDate.EPOCH;
    private Set<UserId> viewers = new HashSet<>();

    TopicViews() {} // filled from events

    /** A clock that goes back over midnight counts for the day that has begun. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ViewTopic command, Clock clock) {
        UserId viewer = command.actor().id();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (counts(viewer, today)) {
            apply(new TopicViewed(command.topicId(), viewer, today.isAfter(day) ? today : day, views + 1));
        }
    }

    boolean counts(UserId viewer, LocalDate today) {
        return today.isAfter(day) || !viewers.contains(viewer) && viewers.size() < MAX_VIEWERS;
    }

    @EventSourcingHandler
    void on(TopicViewed event) {
        id = event.viewsId();
        views = event.views();
        if (!event.day().equals(day)) {
            day = event.day();
            viewers = new HashSet<>();
        }
        viewers.add(event.viewer());
    }
}

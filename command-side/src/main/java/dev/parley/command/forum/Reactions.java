package dev.parley.command.forum;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.parley.command.CommandRejected;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.forum.PostId;
import dev.parley.kernel.forum.Reaction;
import dev.parley.kernel.forum.ReactionEvent.ReactionAdded;
import dev.parley.kernel.forum.ReactionEvent.ReactionTakenBack;
import dev.parley.kernel.forum.ReactionsId;
import dev.parley.kernel.member.UserId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/** The reactions to one post, of at most 2,000 people. {@link Reacting} says who may react. */
@Revision("1")
@Aggregate(cache = "aggregateCache", snapshotTriggerDefinition = "snapshotTrigger")
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
class Reactions {
    static final int MAX_PEOPLE = 2_000;

    @AggregateIdentifier
    private ReactionsId id;

    private Map<UserId, Set<Reaction>> byPerson = new HashMap<>();

    Reactions() {} // filled from events

    void add(PostId post, UserId by, Reaction reaction) {
        if (!has(by, reaction)) {
            CommandRejected.unless(
                    byPerson.containsKey(by) || byPerson.size() < MAX_PEOPLE,
                    Rejection.TOO_MANY_REACTIONS,
                    "A post has room for the reactions of 2000 people.");
            apply(new ReactionAdded(post, by, reaction));
        }
    }

    void takeBack(PostId post, UserId by, Reaction reaction) {
        if (has(by, reaction)) {
            apply(new ReactionTakenBack(post, by, reaction));
        }
    }

    @EventSourcingHandler
    void on(ReactionAdded event) {
        id = event.reactionsId();
        byPerson.computeIfAbsent(event.by(), person -> EnumSet.noneOf(Reaction.class))
                .add(event.reaction());
    }

    @EventSourcingHandler
    void on(ReactionTakenBack event) {
        Set<Reaction> left = byPerson.get(event.by());
        left.remove(event.reaction());
        if (left.isEmpty()) {
            byPerson.remove(event.by());
        }
    }

    private boolean has(UserId person, Reaction reaction) {
        return byPerson.getOrDefault(person, Set.of()).contains(reaction);
    }
}

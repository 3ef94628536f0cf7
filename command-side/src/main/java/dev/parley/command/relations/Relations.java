package dev.parley.command.relations;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.parley.command.CommandRejected;
import dev.parley.command.log.CurrentTies;
import dev.parley.command.log.Standings;
import dev.parley.command.log.StateHolder;
import dev.parley.command.relations.RelationsCommand.Follow;
import dev.parley.command.relations.RelationsCommand.Unblock;
import dev.parley.command.relations.RelationsCommand.Unfollow;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.relations.RelationsEvent;
import dev.parley.kernel.relations.RelationsEvent.Blocked;
import dev.parley.kernel.relations.RelationsEvent.Contacted;
import dev.parley.kernel.relations.RelationsEvent.Followed;
import dev.parley.kernel.relations.RelationsEvent.Unblocked;
import dev.parley.kernel.relations.RelationsEvent.Unfollowed;
import dev.parley.kernel.relations.RelationsId;
import dev.parley.kernel.relations.Ties;
import java.time.Clock;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * One person's relations to others: at most 400 people whom they follow and 500 whom they block. {@link Blocking}
 * blocks, because that concerns the relations of both.
 */
@Revision("1")
@Aggregate(cache = "aggregateCache", snapshotTriggerDefinition = "snapshotTrigger")
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
class Relations implements StateHolder<Ties> {
    static final int MAX_FOLLOWS = 400;
    static final int MAX_BLOCKS = 500;

    @AggregateIdentifier
    private RelationsId id;

    private Ties ties = Ties.NONE;

    Relations() {} // filled from events

    @Override
    public Ties current() {
        return ties;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(Follow command, Standings standings, CurrentTies others, Clock clock) {
        UserId person = command.actor().id();
        UserId other = command.other();
        requirePerson(command.actor());
        FollowRules.requireMayFollow(standings.of(person), clock.instant());
        CommandRejected.unless(
                !standings.of(other).erased(), Rejection.UNKNOWN_USER, "Nobody is called that any more.");
        CommandRejected.unless(!ties.blocks(other), Rejection.BLOCKING, "You block this person.");
        CommandRejected.unless(!others.of(other).blocks(person), Rejection.BLOCKED, "This person blocks you.");
        if (!ties.follows(other)) {
            CommandRejected.unless(
                    ties.follows().size() < MAX_FOLLOWS,
                    Rejection.TOO_MANY_FOLLOWS,
                    "Nobody follows more than 400 people.");
            apply(new Followed(person, other));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(Unfollow command) {
        requirePerson(command.actor());
        unfollow(command.actor().id(), command.other());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(Unblock command) {
        requirePerson(command.actor());
        if (ties.blocks(command.other())) {
            apply(new Unblocked(command.actor().id(), command.other()));
        }
    }

    /** @throws CommandRejected as {@code TOO_MANY_BLOCKS} if that would be one too many */
    void block(UserId person, UserId other) {
        if (!ties.blocks(other)) {
            CommandRejected.unless(
                    ties.blocks().size() < MAX_BLOCKS,
                    Rejection.TOO_MANY_BLOCKS,
                    "Nobody blocks more than 500 people.");
            apply(new Blocked(person, other));
            unfollow(person, other);
        }
    }

    void unfollow(UserId person, UserId other) {
        if (ties.follows(other)) {
            apply(new Unfollowed(person, other));
        }
    }

    void contact(UserId person, UserId other) {
        apply(new Contacted(person, other));
    }

    @EventSourcingHandler
    void on(RelationsEvent event, @Timestamp Instant at) {
        id = event.relationsId();
        ties = ties.after(event, at);
    }

    /** @throws CommandRejected as {@code NOT_ALLOWED} for services */
    static void requirePerson(Actor actor) {
        CommandRejected.unless(
                !actor.isService(), Rejection.NOT_ALLOWED, "A service is no person, and has no relations to people.");
    }
}

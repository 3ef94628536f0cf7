package dev.parley.command.member;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.parley.command.CommandRejected;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.member.UsernameEvent.UsernameClaimed;
import dev.parley.kernel.member.UsernameEvent.UsernameReleased;
import dev.parley.kernel.member.UsernameId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/** Whose a username is: at most one person's at a time. */
@Revision("1")
@Aggregate(cache = "aggregateCache", snapshotTriggerDefinition = "snapshotTrigger")
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
class UsernameClaim {
    @AggregateIdentifier
    private UsernameId id;

    /** None, or one. */
    private Set<UserId> owners = new HashSet<>();

    UsernameClaim() {} // filled from events

    Optional<UserId> owner() {
        return owners.stream().findAny();
    }

    /** @throws CommandRejected as {@code USERNAME_TAKEN} while it is somebody else's */
    void claim(UsernameId username, UserId person) {
        if (!owners.contains(person)) {
            CommandRejected.unless(owners.isEmpty(), Rejection.USERNAME_TAKEN, "Somebody else has this username.");
            apply(new UsernameClaimed(username, person));
        }
    }

    void release(UserId person) {
        if (owners.contains(person)) {
            apply(new UsernameReleased(id, person));
        }
    }

    @EventSourcingHandler
    void on(UsernameClaimed event) {
        id = event.usernameId();
        owners.add(event.owner());
    }

    @EventSourcingHandler
    void on(UsernameReleased event) {
        owners.remove(event.owner());
    }
}

package dev.parley.command.member;

import dev.parley.command.KnownNames;
import dev.parley.command.log.Standings;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.member.Username;
import dev.parley.kernel.member.UsernameEvent;
import dev.parley.kernel.member.UsernameEvent.UsernameClaimed;
import dev.parley.kernel.member.UsernameEvent.UsernameReleased;
import dev.parley.kernel.member.UsernameId;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/** Whose a username is, from the log itself: exact as soon as the command that changed it has answered, on any node. */
@Component
public class Usernames implements KnownNames {
    private final EventStore events;
    private final Standings standings;

    Usernames(EventStore events, Standings standings) {
        this.events = events;
        this.standings = standings;
    }

    /** Empty while nobody has this name, and where whoever had it last was erased. Waits as {@link #findHolder} does. */
    @Override
    public Optional<UserId> find(Username username) {
        return findHolder(username).filter(holder -> !standings.of(holder).erased());
    }

    /** As {@link #find}, also for somebody who was erased. Waits for indexed reads: not for an event loop's thread. */
    public Optional<UserId> findHolder(Username username) {
        return events.readEvents(UsernameId.of(username).value(), 0)
                .asStream()
                .map(event -> (UsernameEvent) event.getPayload())
                .reduce((earlier, later) -> later)
                .flatMap(Usernames::owner);
    }

    private static Optional<UserId> owner(UsernameEvent last) {
        return switch (last) {
            case UsernameClaimed claimed -> Optional.of(claimed.owner());
            case UsernameReleased released -> Optional.empty();
        };
    }
}

package dev.parley.query.forum.search;

import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.member.Username;
import dev.parley.kernel.member.UsernameEvent;
import dev.parley.kernel.member.UsernameEvent.UsernameClaimed;
import dev.parley.kernel.member.UsernameEvent.UsernameReleased;
import dev.parley.kernel.member.UsernameId;
import dev.parley.query.Names;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/** Whose the usernames are that somebody typed, from the log itself: one indexed read for each. */
@Component
class ForumNames {
    private final EventStore log;
    private final Names names;
    private final Executor readers =
            task -> Thread.ofVirtual().name("usernames").start(task);

    ForumNames(EventStore log, Names names) {
        this.log = log;
        this.names = names;
    }

    /** Those of the names that are somebody's. */
    CompletableFuture<Map<String, UserId>> find(List<String> names) {
        return names.isEmpty()
                ? CompletableFuture.completedFuture(Map.of())
                : CompletableFuture.supplyAsync(() -> read(names), readers);
    }

    private Map<String, UserId> read(List<String> names) {
        Map<String, UserId> people = new HashMap<>();
        names.forEach(name -> username(name).flatMap(this::owner).ifPresent(owner -> people.put(name, owner)));
        return people;
    }

    private Optional<UserId> owner(Username name) {
        return log.readEvents(UsernameId.of(name).value(), 0)
                .asStream()
                .map(event -> (UsernameEvent) event.getPayload())
                .reduce((earlier, later) -> later)
                .flatMap(ForumNames::owner)
                .filter(owner -> !isErased(owner));
    }

    /** Whoever was erased is shown by their id, and has no username any more. */
    private boolean isErased(UserId owner) {
        return UserId.shownAs(names.person(owner).username()).isPresent();
    }

    private static Optional<UserId> owner(UsernameEvent last) {
        return switch (last) {
            case UsernameClaimed claimed -> Optional.of(claimed.owner());
            case UsernameReleased released -> Optional.empty();
        };
    }

    private static Optional<Username> username(String name) {
        try {
            return Optional.of(new Username(name));
        } catch (InvalidValue noUsername) {
            return Optional.empty();
        }
    }
}

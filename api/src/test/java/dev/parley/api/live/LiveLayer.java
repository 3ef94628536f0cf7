package dev.parley.api.live;

import dev.parley.command.Command;
import dev.parley.command.CommandRejected;
import dev.parley.command.Commands;
import dev.parley.command.Origin;
import dev.parley.command.Outcome;
import dev.parley.command.Outcome.Recorded;
import dev.parley.command.room.RoomCommand.PostMessage;
import dev.parley.kernel.PersonalText;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.Standing;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.room.RoomEvent;
import dev.parley.kernel.room.RoomEvent.MessagePosted;
import dev.parley.query.BlockLists;
import dev.parley.query.KidModes;
import dev.parley.query.Names;
import dev.parley.query.PersonView;
import dev.parley.query.Standings;
import dev.parley.query.room.RoomFold;
import dev.parley.query.room.RoomLog;
import dev.parley.query.room.RoomStates;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/** Live delivery on a log in memory, and commands that post whatever they are told, but nothing named "refused". */
@TestConfiguration(proxyBeanMethods = false)
@ComponentScan({"dev.parley.api.live", "dev.parley.query.live", "dev.parley.query.room.live"})
@Import({RoomLog.class, LiveLayer.Log.class})
class LiveLayer {
    @Bean(destroyMethod = "shutDown")
    EmbeddedEventStore eventStore() {
        return EmbeddedEventStore.builder()
                .storageEngine(new InMemoryEventStorageEngine())
                .build();
    }

    @Bean
    BlockLists blocks() {
        return new NoBlocks();
    }

    /** Both, whichever is asked for. */
    @Bean
    FreePeople standings() {
        return new FreePeople();
    }

    @Bean
    Names names() {
        return new Ids();
    }

    @Bean
    RoomStates states(RoomLog log) {
        return id -> {
            RoomFold fold = new RoomFold();
            fold.begin();
            log.from(id, 0).forEachOrdered(fold::on);
            return CompletableFuture.completedFuture(fold.state());
        };
    }

    /** Appends to the log, and stands in for the command side. */
    static class Log implements Commands {
        private final Map<String, Long> sequences = new ConcurrentHashMap<>();
        private final Map<String, Long> numbers = new ConcurrentHashMap<>();
        private final EventStore store;

        Log(EventStore store) {
            this.store = store;
        }

        synchronized long append(RoomEvent event) {
            String room = event.roomId().value();
            long sequence = sequences.merge(room, 0L, (last, zero) -> last + 1);
            store.publish(new GenericDomainEventMessage<>("Room", room, sequence, event));
            return sequence;
        }

        @Override
        public synchronized CompletableFuture<Outcome> send(Command command, Origin origin) {
            if (!(command instanceof PostMessage post)) {
                return CompletableFuture.completedFuture(Outcome.nothingNew(1));
            }
            String text = post.content().value();
            if (text.equals("refused")) {
                return CompletableFuture.failedFuture(new CommandRejected(Rejection.FLOOD, "Too fast."));
            }
            UserId author = post.actor().id();
            long number = numbers.merge(post.roomId().value(), 1L, Long::sum);
            var event = new MessagePosted(post.roomId(), number, author, new PersonalText(author, text));
            long sequence = append(event);
            var recorded = new Recorded<>(event, post.roomId().value(), sequence, Instant.now());
            return CompletableFuture.completedFuture(new Outcome(List.of(recorded), 7));
        }
    }

    /** Nobody blocks anybody. */
    private static final class NoBlocks implements BlockLists {
        @Override
        public CompletableFuture<Set<UserId>> blockedBy(UserId person) {
            return CompletableFuture.completedFuture(Set.of());
        }

        @Override
        public Runnable watch(UserId person, Runnable changed) {
            return () -> {};
        }
    }

    /** Nobody is in kid mode, nor under a sanction. */
    static final class FreePeople implements KidModes, Standings {
        @Override
        public CompletableFuture<Standing> standing(UserId person) {
            return CompletableFuture.completedFuture(Standing.UNKNOWN);
        }

        @Override
        public CompletableFuture<Boolean> isKid(UserId person) {
            return CompletableFuture.completedFuture(false);
        }

        @Override
        public Runnable watch(UserId person, Runnable changed) {
            return () -> {};
        }
    }

    /** Everybody goes by their id. */
    private static final class Ids implements Names {
        @Override
        public PersonView person(UserId id) {
            return PersonView.of(id, id.value());
        }

        @Override
        public CompletableFuture<Map<UserId, PersonView>> people(Set<UserId> ids) {
            return CompletableFuture.completedFuture(ids.stream().collect(Collectors.toMap(id -> id, this::person)));
        }

        @Override
        public long renames() {
            return 0;
        }
    }
}

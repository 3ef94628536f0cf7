package dev.parley.query.relations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.kernel.member.UserId;
import dev.parley.kernel.relations.RelationsEvent;
import dev.parley.kernel.relations.RelationsEvent.Blocked;
import dev.parley.kernel.relations.RelationsEvent.Contacted;
import dev.parley.kernel.relations.RelationsEvent.Followed;
import dev.parley.kernel.relations.RelationsEvent.Unblocked;
import dev.parley.kernel.relations.RelationsEvent.Unfollowed;
import dev.parley.query.Streams;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CurrentRelationsTest {
    private static final UserId ANN = new UserId("ann");
    private static final UserId BOB = new UserId("bob");
    private static final UserId CID = new UserId("cid");

    private final EmbeddedEventStore log = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final CurrentRelations relations = new CurrentRelations(log);
    private long sequence;

    @AfterEach
    void close() {
        log.shutDown();
    }

    @Test
    void areThoseOfThePersonsStream() {
        happen(new Followed(ANN, BOB));
        happen(new Contacted(ANN, CID));
        happen(new Followed(ANN, CID));
        happen(new Blocked(ANN, BOB));
        happen(new Unfollowed(ANN, BOB));
        assertThat(relations.blockedBy(ANN).join()).containsExactly(BOB);
        assertThat(relations.followedBy(ANN).join()).isEqualTo(Map.of(CID, Instant.parse("2026-03-01T12:00:02.123Z")));
        assertThat(relations.blockedBy(BOB).join()).isEmpty();
    }

    @Test
    void changeAsSoonAsTheTailSeesIt() {
        assertThat(relations.blockedBy(ANN).join()).isEmpty();
        see(new Blocked(ANN, BOB));
        assertThat(relations.blockedBy(ANN).join()).containsExactly(BOB);
        see(new Unblocked(ANN, BOB));
        assertThat(relations.blockedBy(ANN).join()).isEmpty();
    }

    @Test
    void tellThoseWhoWatchThatABlockListChanged() {
        List<Set<UserId>> told = new ArrayList<>();
        Runnable end =
                relations.watch(ANN, () -> told.add(relations.blockedBy(ANN).join()));
        Runnable another =
                relations.watch(ANN, () -> told.add(relations.blockedBy(ANN).join()));
        relations.watch(CID, () -> told.add(Set.of(CID)));
        see(new Blocked(ANN, BOB));
        assertThat(told).containsExactly(Set.of(BOB), Set.of(BOB));
        another.run();
        another.run();
        see(new Followed(ANN, CID));
        see(new Unblocked(ANN, BOB));
        assertThat(told).containsExactly(Set.of(BOB), Set.of(BOB), Set.of());
        end.run();
        see(new Blocked(ANN, BOB));
        assertThat(told).hasSize(3);
    }

    private DomainEventMessage<?> happen(RelationsEvent event) {
        DomainEventMessage<?> message = Streams.message(event.relationsId().value(), sequence++, event);
        log.publish(message);
        return message;
    }

    private void see(RelationsEvent event) {
        relations.on(happen(event), Streams.at(sequence));
    }
}

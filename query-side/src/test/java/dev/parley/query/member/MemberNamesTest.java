package dev.parley.query.member;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.kernel.member.MemberEvent.MemberJoined;
import dev.parley.kernel.member.MemberEvent.MemberRenamed;
import dev.parley.kernel.member.MemberEvent.UsernameLost;
import dev.parley.kernel.member.MemberEvent.ZenModeSwitched;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.member.Username;
import dev.parley.query.PersonView;
import dev.parley.query.Streams;
import java.time.Instant;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.AdditionalAnswers;
import org.mockito.Mockito;

class MemberNamesTest {
    private static final UserId ANN = new UserId("u1");
    private static final UserId BOB = new UserId("u2");

    private final EmbeddedEventStore log = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final MemberNames names = new MemberNames(log);

    @BeforeEach
    void join() {
        happen(ANN, 0, new MemberJoined(ANN, new Username("Ann"), Instant.EPOCH));
        happen(ANN, 1, new ZenModeSwitched(ANN, true));
        happen(ANN, 2, new MemberRenamed(ANN, new Username("Anna"), Instant.EPOCH));
        happen(BOB, 0, new MemberJoined(BOB, new Username("Bob"), Instant.EPOCH));
    }

    @AfterEach
    void close() {
        log.shutDown();
    }

    @Test
    void areTheLatestOfEachPersonsStream() {
        assertThat(names.person(ANN)).isEqualTo(PersonView.of(ANN, "Anna"));
        assertThat(names.people(Set.of(ANN, BOB)).join())
                .containsEntry(ANN, PersonView.of(ANN, "Anna"))
                .containsEntry(BOB, PersonView.of(BOB, "Bob"));
    }

    @Test
    void areTheIdsOfThoseWhoHaveNone() {
        assertThat(names.people(Set.of(UserId.SYSTEM)).join())
                .containsEntry(UserId.SYSTEM, PersonView.of(UserId.SYSTEM, "system"));
    }

    @Test
    void changeAsSoonAsTheTailSeesIt() {
        names.person(ANN);
        long before = names.renames();
        names.on(renamed("Anka", 3), Streams.at(3));
        assertThat(names.person(ANN).username()).isEqualTo("Anka");
        assertThat(names.renames()).isGreaterThan(before);
    }

    @Test
    void giveAPlaceholderForWhoLostTheirName() {
        names.person(ANN);
        names.on(Streams.message("u1", 3, new UsernameLost(ANN)), Streams.at(3));
        assertThat(names.person(ANN)).isEqualTo(PersonView.of(ANN, "~u1"));
    }

    @Test
    void stayAsTheyAreWhenTheTailIsBehindWhatWasRead() {
        names.person(ANN);
        names.on(Streams.message("u1", 0, new MemberJoined(ANN, new Username("Ann"), Instant.EPOCH)), Streams.at(0));
        assertThat(names.person(ANN).username()).isEqualTo("Anna");
    }

    @Test
    void areNotLostWhenTheTailOvertakesTheRead() {
        EventStore slow = Mockito.mock(EventStore.class, AdditionalAnswers.delegatesTo(log));
        MemberNames overtaken = new MemberNames(slow);
        Mockito.doAnswer(call -> {
                    DomainEventStream read = log.readEvents("u1", 0);
                    overtaken.on(renamed("Anka", 3), Streams.at(3));
                    return read;
                })
                .when(slow)
                .readEvents("u1", 0);
        assertThat(overtaken.person(ANN).username()).isEqualTo("Anka");
    }

    private static DomainEventMessage<?> renamed(String username, long sequence) {
        return Streams.message("u1", sequence, new MemberRenamed(ANN, new Username(username), Instant.EPOCH));
    }

    private void happen(UserId person, long sequence, Object event) {
        log.publish(Streams.message(person.value(), sequence, event));
    }
}

package dev.parley.query.member;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.kernel.classroom.ClassId;
import dev.parley.kernel.member.MemberEvent;
import dev.parley.kernel.member.MemberEvent.ClassJoined;
import dev.parley.kernel.member.MemberEvent.KidModeDisabled;
import dev.parley.kernel.member.MemberEvent.KidModeEnabled;
import dev.parley.kernel.member.MemberEvent.MemberJoined;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.member.Username;
import dev.parley.query.Streams;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CurrentStandingsTest {
    private static final UserId ANN = new UserId("u1");

    private final EmbeddedEventStore log = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final CurrentStandings kidModes = new CurrentStandings(log);
    private long sequence;

    @AfterEach
    void close() {
        log.shutDown();
    }

    @Test
    void areOffForThoseWhoNeverCame() {
        assertThat(kidModes.isKid(ANN).join()).isFalse();
    }

    @Test
    void areReadFromThePersonsStream() {
        happen(new MemberJoined(ANN, new Username("Ann"), Instant.EPOCH));
        happen(new ClassJoined(ANN, new ClassId("c1"), true));
        assertThat(kidModes.isKid(ANN).join()).isTrue();
    }

    @Test
    void changeAsSoonAsTheTailSeesIt() {
        assertThat(kidModes.isKid(ANN).join()).isFalse();
        happen(new KidModeEnabled(ANN, "hash"));
        assertThat(kidModes.isKid(ANN).join()).isTrue();
        happen(new KidModeDisabled(ANN));
        assertThat(kidModes.isKid(ANN).join()).isFalse();
    }

    @Test
    void areToldOfUntilTheWatchEnds() {
        List<Boolean> told = new ArrayList<>();
        Runnable end = kidModes.watch(ANN, () -> told.add(kidModes.isKid(ANN).join()));
        kidModes.isKid(ANN).join();
        happen(new KidModeEnabled(ANN, "hash"));
        happen(new KidModeDisabled(ANN));
        end.run();
        end.run();
        happen(new KidModeEnabled(ANN, "hash"));
        assertThat(told).containsExactly(true, false);
    }

    private void happen(MemberEvent event) {
        var message = Streams.message(ANN.value(), sequence++, event);
        log.publish(message);
        kidModes.on(message, Streams.at(sequence));
    }
}

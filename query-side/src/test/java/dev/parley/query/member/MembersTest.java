package dev.parley.query.member;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.kernel.member.ChatTab;
import dev.parley.kernel.member.MemberEvent;
import dev.parley.kernel.member.MemberEvent.ChatTabChosen;
import dev.parley.kernel.member.MemberEvent.MemberJoined;
import dev.parley.kernel.member.MemberEvent.MemberRenamed;
import dev.parley.kernel.member.MemberEvent.ZenModeSwitched;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.member.Username;
import dev.parley.kernel.member.UsernameEvent.UsernameClaimed;
import dev.parley.kernel.member.UsernameEvent.UsernameReleased;
import dev.parley.kernel.member.UsernameId;
import dev.parley.query.MongoForTests;
import dev.parley.query.PersonView;
import dev.parley.query.Streams;
import dev.parley.query.member.MemberQuery.FindMember;
import dev.parley.query.member.MemberQuery.FindMemberByUsername;
import dev.parley.query.member.MemberQuery.FindSettings;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MembersTest {
    private static final UserId ANN = new UserId("u1");
    private static final UserId BOB = new UserId("u2");
    private static final List<MemberEvent> LIFE = List.of(
            new MemberJoined(ANN, new Username("Ann")),
            new ZenModeSwitched(ANN, true),
            new ChatTabChosen(ANN, ChatTab.NOTES),
            new MemberRenamed(ANN, new Username("Anna")),
            new ZenModeSwitched(ANN, false),
            new ZenModeSwitched(ANN, true));

    private final MongoForTests mongo = new MongoForTests();
    private final EmbeddedEventStore log = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final MemberProjection projection = new MemberProjection(mongo.writes());
    private MemberDirectory directory;
    private MemberQueryHandler queries;

    @BeforeEach
    void open() {
        directory = new MemberDirectory(mongo.database(), log);
        queries = new MemberQueryHandler(mongo.database(), directory);
    }

    @AfterEach
    void close() {
        log.shutDown();
        mongo.close();
    }

    @Test
    void areStoredAsTheirEventsLeaveThem() {
        project(Streams.stream("u1", LIFE).stream());
        assertThat(queries.handle(new FindMember(ANN)).join()).isEqualTo(new MemberView("u1", "Anna", Streams.START));
        assertThat(queries.handle(new FindSettings(ANN)).join()).isEqualTo(new SettingsView(true, "notes"));
    }

    @Test
    void stayTheSameWhenEverythingComesTwiceAndAnOldBatchAgain() {
        List<DomainEventMessage<?>> life = Streams.stream("u1", LIFE);
        project(life.stream());
        List<Document> once = mongo.documents("members");

        project(life.stream());
        project(life.subList(0, 2).stream());
        project(life.subList(4, 5).stream());

        assertThat(mongo.documents("members")).isEqualTo(once);
    }

    @Test
    void haveSettingsBeforeTheyChooseAny() {
        assertThat(queries.handle(new FindSettings(BOB)).join()).isEqualTo(new SettingsView(false, "chat"));
        assertThat(queries.handle(new FindMember(BOB)).join()).isNull();
    }

    @Test
    void areNamedByTheReadModel() {
        project(Streams.stream("u1", LIFE).stream());
        assertThat(directory.named(Set.of(ANN)).join()).containsEntry(ANN, PersonView.of(ANN, "Anna"));
    }

    @Test
    void areNamedByTheirStreamUntilTheReadModelKnowsThem() {
        project(Streams.stream("u1", LIFE).stream());
        happen("u2", 0, new MemberJoined(BOB, new Username("Bob")));
        assertThat(directory.named(Set.of(ANN, BOB, UserId.SYSTEM)).join())
                .containsEntry(ANN, PersonView.of(ANN, "Anna"))
                .containsEntry(BOB, PersonView.of(BOB, "Bob"))
                .containsEntry(UserId.SYSTEM, PersonView.of(UserId.SYSTEM, "system"));
    }

    @Test
    void goByTheirNewNameAsSoonAsTheTailSeesIt() {
        project(Streams.stream("u1", LIFE).stream());
        directory.named(Set.of(ANN)).join();
        long before = directory.renames();

        directory.on(Streams.message("u1", 6, new MemberRenamed(ANN, new Username("Anka"))), 6);

        assertThat(directory.named(Set.of(ANN)).join()).containsEntry(ANN, PersonView.of(ANN, "Anka"));
        assertThat(directory.renames()).isGreaterThan(before);
    }

    @Test
    void areFoundByTheirUsernameInAnyCaseOnceTheyHaveClaimedIt() {
        assertThat(directory.called(new Username("ANN")).join()).isEmpty();
        happen("username~ann", 0, new UsernameClaimed(new UsernameId("username~ann"), ANN));
        assertThat(directory.called(new Username("ANN")).join()).contains(ANN);
        project(Streams.stream("u1", LIFE).stream());
        assertThat(queries.handle(new FindMemberByUsername(new Username("Ann")))
                        .join()
                        .id())
                .isEqualTo("u1");
        assertThat(queries.handle(new FindMemberByUsername(new Username("nobody")))
                        .join())
                .isNull();
    }

    @Test
    void giveUpAUsernameToTheNextOneWhoClaimsIt() {
        var name = new UsernameId("username~ann");
        happen("username~ann", 0, new UsernameClaimed(name, ANN));
        directory.called(new Username("ann")).join();

        see("username~ann", 1, new UsernameReleased(name, ANN));
        assertThat(directory.called(new Username("ann")).join()).isEmpty();
        see("username~ann", 2, new UsernameClaimed(name, BOB));
        assertThat(directory.called(new Username("ann")).join()).contains(BOB);
    }

    private void project(Stream<DomainEventMessage<?>> batch) {
        mongo.play(
                batch,
                (event, message) ->
                        projection.on((MemberEvent) event, message.getSequenceNumber(), message.getTimestamp()));
    }

    private void happen(String stream, long sequence, Object event) {
        log.publish(Streams.message(stream, sequence, event));
    }

    private void see(String stream, long sequence, Object event) {
        happen(stream, sequence, event);
        directory.on(Streams.message(stream, sequence, event), sequence);
    }
}

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
import dev.parley.query.MongoForTests;
import dev.parley.query.Streams;
import dev.parley.query.member.MemberQuery.FindSettings;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
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
    private final MemberProjection projection = new MemberProjection(mongo.writes());
    private final MemberQueryHandler queries = new MemberQueryHandler(mongo.database());

    @AfterEach
    void close() {
        mongo.close();
    }

    @Test
    void areStoredAsTheirEventsLeaveThem() {
        project(Streams.stream("u1", LIFE).stream());
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
    }

    private void project(Stream<DomainEventMessage<?>> batch) {
        mongo.play(
                batch,
                (event, message) ->
                        projection.on((MemberEvent) event, message.getSequenceNumber(), message.getTimestamp()));
    }
}

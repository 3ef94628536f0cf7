package dev.parley.query.member;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.kernel.classroom.ClassId;
import dev.parley.kernel.member.ChatTab;
import dev.parley.kernel.member.MemberEvent;
import dev.parley.kernel.member.MemberEvent.ChatTabChosen;
import dev.parley.kernel.member.MemberEvent.ClassJoined;
import dev.parley.kernel.member.MemberEvent.ClassLeft;
import dev.parley.kernel.member.MemberEvent.KidModeDisabled;
import dev.parley.kernel.member.MemberEvent.KidModeEnabled;
import dev.parley.kernel.member.MemberEvent.MemberJoined;
import dev.parley.kernel.member.MemberEvent.MemberRenamed;
import dev.parley.kernel.member.MemberEvent.MessagePrivacyChosen;
import dev.parley.kernel.member.MemberEvent.TeachingBegun;
import dev.parley.kernel.member.MemberEvent.TeachingEnded;
import dev.parley.kernel.member.MemberEvent.UsernameLost;
import dev.parley.kernel.member.MemberEvent.ZenModeSwitched;
import dev.parley.kernel.member.MessagePrivacy;
import dev.parley.kernel.member.Standing;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.member.Username;
import dev.parley.query.Contract;
import dev.parley.query.MongoForTests;
import dev.parley.query.Streams;
import dev.parley.query.member.MemberQuery.FindMember;
import dev.parley.query.member.MemberQuery.FindSettings;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

@Contract
class MembersTest {
    private static final UserId ANN = new UserId("u1");
    private static final UserId BOB = new UserId("u2");
    private static final ClassId CLASS = new ClassId("c1");
    private static final List<MemberEvent> LIFE = List.of(
            new MemberJoined(ANN, new Username("Ann"), Instant.EPOCH),
            new ZenModeSwitched(ANN, true),
            new ChatTabChosen(ANN, ChatTab.NOTES),
            new MemberRenamed(ANN, new Username("Anna"), Instant.EPOCH),
            new ZenModeSwitched(ANN, false),
            new MessagePrivacyChosen(ANN, MessagePrivacy.FRIENDS),
            new ZenModeSwitched(ANN, true),
            new ClassJoined(ANN, CLASS, true),
            new KidModeEnabled(ANN, "hash"),
            new TeachingBegun(ANN, new ClassId("c2")),
            new KidModeDisabled(ANN),
            new MessagePrivacyChosen(ANN, MessagePrivacy.NOBODY),
            new TeachingEnded(ANN, new ClassId("c2")));

    private final MongoForTests mongo = new MongoForTests();
    private final MemberProjection projection = new MemberProjection(mongo.writes());
    private final MemberQueryHandler queries = new MemberQueryHandler(mongo.readModels());

    @AfterEach
    void close() {
        mongo.close();
    }

    @Test
    void areStoredAsTheirEventsLeaveThem() {
        project(Streams.stream("u1", LIFE).stream());
        assertThat(queries.handle(new FindSettings(ANN)).join())
                .isEqualTo(new SettingsView(true, "notes", "nobody", false));
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
        assertThat(queries.handle(new FindSettings(BOB)).join())
                .isEqualTo(new SettingsView(false, "chat", "everyone", false));
    }

    @Test
    void areInKidModeAsLongAsTheyOrAClassWantIt() {
        assertThat(kidAfter(new KidModeEnabled(ANN, "hash"))).isTrue();
        assertThat(kidAfter(new ClassJoined(ANN, CLASS, true))).isTrue();
        assertThat(kidAfter(new ClassJoined(ANN, CLASS, false))).isFalse();
        assertThat(kidAfter(new ClassJoined(ANN, CLASS, true), new ClassJoined(ANN, CLASS, false)))
                .isFalse();
        assertThat(kidAfter(new ClassJoined(ANN, CLASS, true), new ClassLeft(ANN, CLASS)))
                .isFalse();
        assertThat(kidAfter(
                        new KidModeEnabled(ANN, "hash"), new ClassJoined(ANN, CLASS, true), new ClassLeft(ANN, CLASS)))
                .isTrue();
        assertThat(kidAfter(new ClassJoined(ANN, CLASS, true), new KidModeDisabled(ANN)))
                .isFalse();
        assertThat(kidAfter(
                        new ClassJoined(ANN, CLASS, true), new KidModeDisabled(ANN), new ClassJoined(ANN, CLASS, true)))
                .isTrue();
    }

    @Test
    void areShownToEverybodyByNameAndSinceWhen() {
        project(Streams.stream("u1", LIFE).stream());
        assertThat(JsonMapper.shared()
                        .writeValueAsString(queries.handle(new FindMember(ANN)).join()))
                .isEqualTo("{\"id\":\"u1\",\"username\":\"Anna\",\"joined_at\":\"2026-03-01T12:00:00.123Z\"}");
        assertThat(queries.handle(new FindMember(BOB)).join()).isNull();
    }

    @Test
    void areShownByAPlaceholderWhileSomebodyElseHasTheirName() {
        project(Streams.stream("u1", List.of(LIFE.getFirst(), new UsernameLost(ANN))).stream());
        assertThat(queries.handle(new FindMember(ANN)).join().username()).isEqualTo("~u1");
    }

    /** The projection and the fold of the kernel must say the same. */
    private boolean kidAfter(MemberEvent... life) {
        project(Streams.stream("u1", List.of(life)).stream());
        boolean kid = queries.handle(new FindSettings(ANN)).join().kidMode();
        mongo.drop("members");
        Standing standing = Standing.UNKNOWN;
        for (MemberEvent event : life) {
            standing = standing.after(event, Streams.START);
        }
        assertThat(standing.kid()).isEqualTo(kid);
        return kid;
    }

    private void project(Stream<DomainEventMessage<?>> batch) {
        mongo.play(
                batch,
                (event, message) ->
                        projection.on((MemberEvent) event, message.getSequenceNumber(), message.getTimestamp()));
    }
}

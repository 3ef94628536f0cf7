package dev.parley.query.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.kernel.PersonalText;
import dev.parley.kernel.forum.PostId;
import dev.parley.kernel.forum.TopicEvent.PostAdded;
import dev.parley.kernel.forum.TopicId;
import dev.parley.kernel.member.ActionId;
import dev.parley.kernel.member.MemberEvent.MemberWarned;
import dev.parley.kernel.member.MemberEvent.SanctionEnded;
import dev.parley.kernel.member.MemberEvent.SanctionImposed;
import dev.parley.kernel.member.MemberEvent.SanctionLifted;
import dev.parley.kernel.member.Sanction;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.moderation.ActionType;
import dev.parley.kernel.moderation.CaseEvent.CaseActioned;
import dev.parley.kernel.moderation.CaseFileId;
import dev.parley.kernel.moderation.CaseId;
import dev.parley.kernel.moderation.CaseKind;
import dev.parley.query.Contract;
import dev.parley.query.MongoForTests;
import dev.parley.query.Notice;
import dev.parley.query.Notice.Mentioned;
import dev.parley.query.Notice.Place;
import dev.parley.query.NoticeLists;
import dev.parley.query.Streams;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is kept of what people were told. */
@Contract
class NoticeProjectionTest {
    private static final UserId ANN = new UserId("ann");
    private static final UserId BEN = new UserId("ben");
    private static final UserId CID = new UserId("cid");
    private static final TopicId TOPIC = new TopicId("topic~00000000-0000-0000-0000-000000000001");

    private final MongoForTests mongo = new MongoForTests();
    private final NoticeProjection projection = new NoticeProjection(mongo.writes());
    private final NoticeLists notices = new StoredNotices(mongo.readModels());

    @AfterEach
    void close() {
        mongo.close();
    }

    @Test
    void isForThoseWhoAreMentioned() {
        play(List.of(post(4, ANN, CID)));
        assertThat(of(ANN))
                .containsExactly(
                        new Mentioned(new Place(ANN, 4, Streams.START.plusSeconds(4)), new PostId(TOPIC, 4, 4), BEN));
        assertThat(of(CID)).hasSize(1);
        assertThat(of(BEN)).isEmpty();
    }

    @Test
    void isTheSameHoweverOften() {
        var batch = List.of(post(1, ANN), post(2), post(3, ANN));
        play(batch);
        List<Document> once = mongo.documents("notices");
        play(batch);
        play(batch.subList(0, 1));
        assertThat(mongo.documents("notices")).isEqualTo(once);
    }

    @Test
    void isTheLatest200() {
        play(LongStream.rangeClosed(1, NoticeLists.MOST + 1)
                .<GenericTrackedDomainEventMessage<?>>mapToObj(number -> post(number, ANN))
                .toList());
        assertThat(of(ANN)).hasSize(NoticeLists.MOST);
        assertThat(of(ANN).getFirst().place().position()).isEqualTo(2);
        assertThat(of(ANN).getLast().place().position()).isEqualTo(NoticeLists.MOST + 1);
    }

    @Test
    void isOfEveryKindAsItWasTold() {
        var action = new ActionId(ANN, 1);
        var end = Optional.of(Streams.START.plusSeconds(60));
        var file = new CaseFileId(CaseKind.CONDUCT, BEN);
        var banned =
                new CaseActioned(new CaseId(file, 1), CID, ActionType.ACCOUNT_BAN, new ActionId(BEN, 1), List.of(ANN));
        play(List.of(
                logged(1, ANN.value(), new MemberWarned(ANN, action, "insults")),
                logged(2, ANN.value(), new SanctionImposed(ANN, action, Sanction.CHAT_BAN, "insults", end)),
                logged(3, ANN.value(), new SanctionImposed(ANN, action, Sanction.COMM_BAN, "", Optional.empty())),
                logged(4, ANN.value(), new SanctionEnded(ANN, action, Sanction.CHAT_BAN)),
                logged(5, ANN.value(), new SanctionLifted(ANN, action, Sanction.COMM_BAN)),
                logged(6, file.toString(), banned)));
        assertThat(of(ANN))
                .containsExactly(
                        new Notice.Warned(place(1), action, "insults"),
                        new Notice.Sanctioned(place(2), action, Sanction.CHAT_BAN, "insults", end),
                        new Notice.Sanctioned(place(3), action, Sanction.COMM_BAN, "", Optional.empty()),
                        new Notice.Freed(place(4), action, Sanction.CHAT_BAN, false),
                        new Notice.Freed(place(5), action, Sanction.COMM_BAN, true),
                        new Notice.Upheld(place(6), BEN));
    }

    private static Place place(long position) {
        return new Place(ANN, position, Streams.START.plusSeconds(position));
    }

    private static GenericTrackedDomainEventMessage<?> logged(long number, String stream, Object event) {
        return Streams.logged(number, Streams.message(stream, number, event));
    }

    private List<Notice> of(UserId person) {
        return notices.of(person).join();
    }

    private void play(List<GenericTrackedDomainEventMessage<?>> batch) {
        mongo.play(batch.stream(), (event, message) -> projection.keep(message, message.trackingToken()));
    }

    private static GenericTrackedDomainEventMessage<?> post(long number, UserId... mentioned) {
        var post = new PostAdded(TOPIC, number, BEN, new PersonalText(BEN, "hello"), List.of(mentioned), number);
        return logged(number, TOPIC.value(), post);
    }
}

package dev.parley.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.command.direct.ConversationCommand.WriteTo;
import dev.parley.command.moderation.detection.DryRun;
import dev.parley.command.moderation.detection.DryRun.Item;
import dev.parley.command.moderation.detection.DryRun.Report;
import dev.parley.command.room.RoomCommand.OpenRoom;
import dev.parley.command.room.RoomCommand.People;
import dev.parley.command.room.RoomCommand.PostMessage;
import dev.parley.kernel.PersonalText;
import dev.parley.kernel.direct.DirectText;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.moderation.CaseEvent.ReportFiled;
import dev.parley.kernel.moderation.CaseFileId;
import dev.parley.kernel.moderation.CaseKind;
import dev.parley.kernel.moderation.Subject;
import dev.parley.kernel.room.ChatText;
import dev.parley.kernel.room.EntityId;
import dev.parley.kernel.room.RoomEvent.MessagePosted;
import dev.parley.kernel.room.RoomId;
import dev.parley.kernel.room.RoomType;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the server makes of what people write, on the command side as the server starts it. */
class DetectionTest {
    private static final Actor SERVICE = Actor.of(new UserId("lobby"), Role.SERVICE);
    private static final UserId STRANGER = new UserId("stranger");
    private static final String RUDE = "you are an idiot";
    private static final String GRAVE = "kill yourself";
    private static RunningSide side;

    private final Actor ann = side.join();
    private final EntityId club = new EntityId(UUID.randomUUID().toString());
    private final RoomId room = RoomId.of(RoomType.TEAM, club);

    @BeforeAll
    static void start() {
        side = new RunningSide();
    }

    @AfterAll
    static void stop() {
        side.close();
    }

    @Test
    void reportsALineThatIsGrave() {
        side.send(new OpenRoom(SERVICE, RoomType.TEAM, club, new People(List.of(ann.id()), List.of()), false));
        long line = side.send(new PostMessage(ann, room, new ChatText(GRAVE)))
                .first(MessagePosted.class)
                .orElseThrow()
                .sequence();
        String file = new CaseFileId(CaseKind.CONDUCT, ann.id()).toString();
        await().untilAsserted(() -> assertThat(side.bean(StoredEvents.class).at(file, 0))
                .get()
                .extracting(Outcome.Recorded::event)
                .isInstanceOfSatisfying(ReportFiled.class, filed -> {
                    assertThat(filed.reporter()).isEqualTo(UserId.SYSTEM);
                    assertThat(filed.evidence().orElseThrow().subject())
                            .isEqualTo(new Subject(Subject.Kind.CHAT_MESSAGE, room + "~1~" + line));
                }));
    }

    @Test
    void tellsInADryRunOfWhatStandsBehindAPosition() {
        long before = end();
        append(List.of(RUDE, "good game", RUDE));
        Report report = dryRun(before);
        assertThat(report.texts()).isEqualTo(3);
        assertThat(report.flagged()).isEqualTo(2);
        assertThat(report.items()).extracting(Item::text).containsExactly(RUDE, RUDE);
        assertThat(report.next()).isEmpty();
        long first = report.items().getFirst().position();
        assertThat(dryRun(first).items())
                .extracting(Item::position)
                .containsExactly(report.items().getLast().position());
    }

    @Test
    void tellsInADryRunHowMuchWasWrittenInPrivateAlone() {
        long before = end();
        side.send(new WriteTo(ann, side.join().id(), new DirectText(RUDE)));
        Report report = dryRun(before);
        assertThat(report.texts()).isOne();
        assertThat(report.flagged()).isOne();
        assertThat(report.items()).isEmpty();
    }

    @Test
    void endsADryRunAtAHundredTextsAndAppendsNothing() {
        long before = end();
        append(IntStream.range(0, 101).mapToObj(line -> RUDE).toList());
        long after = end();
        Report report = dryRun(before);
        assertThat(report.items()).hasSize(DryRun.MOST_ITEMS);
        assertThat(report.next()).hasValue(report.items().getLast().position());
        assertThat(dryRun(report.next().getAsLong()).items()).hasSize(1);
        assertThat(end()).isEqualTo(after);
    }

    @Test
    void endsADryRunAfterTwentyThousandEvents() {
        long before = end();
        append(IntStream.range(0, DryRun.MOST_EVENTS + 1)
                .mapToObj(line -> "good game")
                .toList());
        Report report = dryRun(before);
        assertThat(report.texts()).isEqualTo(DryRun.MOST_EVENTS);
        Report rest = dryRun(report.next().getAsLong());
        assertThat(rest.texts()).isOne();
        assertThat(rest.next()).isEmpty();
    }

    private static Report dryRun(long after) {
        return side.bean(DryRun.class).after(after);
    }

    private static long end() {
        return side.bean(EventStorageEngine.class).createHeadToken().position().orElse(-1);
    }

    /** As lines of a room by somebody who never came, and whom so nobody reports. */
    private void append(List<String> texts) {
        List<EventMessage<?>> lines = IntStream.range(0, texts.size())
                .<EventMessage<?>>mapToObj(number -> new GenericDomainEventMessage<>(
                        "Room", room.value(), number, line(number + 1L, texts.get(number))))
                .toList();
        side.bean(EventStorageEngine.class).appendEvents(lines);
    }

    private MessagePosted line(long number, String text) {
        return new MessagePosted(room, number, STRANGER, new PersonalText(STRANGER, text));
    }
}

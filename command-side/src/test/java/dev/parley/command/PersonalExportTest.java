package dev.parley.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.command.direct.ConversationCommand.WriteTo;
import dev.parley.command.export.PersonalExport;
import dev.parley.command.export.PersonalExport.Own;
import dev.parley.command.export.PersonalExport.Part;
import dev.parley.command.member.MemberCommand.Appear;
import dev.parley.command.member.MemberCommand.EnableKidMode;
import dev.parley.command.member.Password;
import dev.parley.command.moderation.ActionCommand.ActOn;
import dev.parley.command.moderation.CaseCommand.FileReport;
import dev.parley.command.relations.RelationsCommand.Block;
import dev.parley.command.room.RoomCommand.OpenRoom;
import dev.parley.command.room.RoomCommand.People;
import dev.parley.command.room.RoomCommand.PostMessage;
import dev.parley.kernel.direct.DirectText;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.member.Username;
import dev.parley.kernel.moderation.ActionType;
import dev.parley.kernel.moderation.ReportText;
import dev.parley.kernel.moderation.ReportType;
import dev.parley.kernel.room.ChatText;
import dev.parley.kernel.room.EntityId;
import dev.parley.kernel.room.RoomId;
import dev.parley.kernel.room.RoomType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the log holds of Ann, who writes to Ben, is reported by him, and is warned. */
class PersonalExportTest {
    private static final Actor SERVICE = Actor.of(new UserId("lobby"), Role.SERVICE);
    private static final Actor MODERATOR = Actor.of(new UserId("mod"), Role.MODERATOR);
    private static RunningSide side;

    private final Actor ann = side.join();
    private final Actor ben = side.join();

    @BeforeAll
    static void start() {
        side = new RunningSide();
    }

    @AfterAll
    static void stop() {
        side.close();
    }

    @Test
    void isWhatTheyWroteAndWhatIsAddressedToThem() {
        write();
        assertThat(told(ann).toString())
                .contains("a line of Ann", "Dear Ben", "Dear Ann")
                .doesNotContain("a line of Ben");
        assertThat(own(ann))
                .extracting(Own::type)
                .containsExactlyInAnyOrder(
                        "UsernameClaimed",
                        "MemberJoined",
                        "RoomOpened",
                        "MessagePosted",
                        "Contacted",
                        "ConversationStarted",
                        "DirectMessageSent",
                        "DirectMessageSent");
        assertThat(own(ann).getLast().people()).containsExactlyInAnyOrder(ann.id(), ben.id());
    }

    @Test
    void isWhatTheyAreToldOfModerationAndNoMore() {
        var report = new ReportText("Ann insults everybody");
        side.send(new FileReport(ben, ann.id(), ReportType.CHAT, report, Optional.empty(), Optional.empty()));
        side.send(new ActOn(MODERATOR, ann.id(), ActionType.WARNING, Optional.empty(), "Be polite, please"));
        side.send(new Block(ben, ann.id()));
        assertThat(told(ann).toString())
                .contains("MemberWarned", "Be polite, please")
                .doesNotContain(report.value(), MODERATOR.id().value(), ben.id().value(), "Blocked");
        assertThat(told(ben).toString()).contains(report.value(), "Blocked").doesNotContain("Be polite");
    }

    @Test
    void isWithoutWhatOthersWriteWhileTheyAreInKidMode() {
        write();
        side.send(new EnableKidMode(ann, new Password("secret")));
        assertThat(told(ann).toString())
                .contains("Dear Ben")
                .doesNotContain("Dear Ann")
                .doesNotContain("$2");
    }

    @Test
    void isOfThePersonWhateverTheirIdIsMadeOf() {
        UserId id = new UserId("\"\\" + UUID.randomUUID());
        Actor odd = Actor.of(id, Role.USER);
        side.send(new Appear(odd, new Username(ann.id() + "-odd"), Instant.EPOCH));
        assertThat(own(odd)).extracting(Own::type).containsExactly("UsernameClaimed", "MemberJoined");
        assertThat(own(Actor.of(new UserId(ann.id().value().substring(1)), Role.USER)))
                .isEmpty();
    }

    private void write() {
        var club = new EntityId(UUID.randomUUID().toString());
        RoomId room = RoomId.of(RoomType.TEAM, club);
        var both = new People(List.of(ann.id(), ben.id()), List.of());
        side.send(new OpenRoom(SERVICE, RoomType.TEAM, club, both, false));
        side.send(new PostMessage(ann, room, new ChatText("a line of Ann")));
        side.send(new PostMessage(ben, room, new ChatText("a line of Ben")));
        side.send(new WriteTo(ann, ben.id(), new DirectText("Dear Ben")));
        side.send(new WriteTo(ben, ann.id(), new DirectText("Dear Ann")));
    }

    private static List<String> told(Actor person) {
        return own(person).stream().map(Own::toString).toList();
    }

    private static List<Own> own(Actor person) {
        List<Own> all = new ArrayList<>();
        for (OptionalLong next = OptionalLong.of(0); next.isPresent(); ) {
            Part part = side.bean(PersonalExport.class)
                    .behind(person.id(), next.getAsLong())
                    .join();
            all.addAll(part.events());
            next = part.next();
        }
        return all;
    }
}

package dev.parley.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.command.classroom.ClassroomCommand.DefineClass;
import dev.parley.command.direct.ConversationCommand.MarkReadUpTo;
import dev.parley.command.direct.ConversationCommand.Reply;
import dev.parley.command.direct.ConversationCommand.WriteTo;
import dev.parley.command.log.CurrentTies;
import dev.parley.command.log.Standings;
import dev.parley.command.member.MemberCommand.Appear;
import dev.parley.command.member.MemberCommand.ChooseMessagePrivacy;
import dev.parley.command.member.MemberCommand.DisableKidMode;
import dev.parley.command.member.MemberCommand.EnableKidMode;
import dev.parley.command.member.MemberCommand.ReleaseFromKidMode;
import dev.parley.command.member.Password;
import dev.parley.command.relations.RelationsCommand.Block;
import dev.parley.command.relations.RelationsCommand.Follow;
import dev.parley.command.relations.RelationsCommand.Unblock;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.classroom.ClassId;
import dev.parley.kernel.direct.ConversationEvent.ConversationRead;
import dev.parley.kernel.direct.ConversationEvent.DirectMessageSent;
import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.direct.DirectMessageId;
import dev.parley.kernel.direct.DirectText;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.MessagePrivacy;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.member.Username;
import dev.parley.kernel.relations.Ties;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** What people do with each other, across aggregates, on the command side as the server starts it. */
class PeopleTest {
    private static final Actor SERVICE = Actor.of(new UserId("lobby"), Role.SERVICE);
    private static final DirectText TEXT = new DirectText("hello");
    private static final Password PASSWORD = new Password("secret");
    private static ConfigurableApplicationContext side;
    private static Commands commands;

    private final Actor ann = join();
    private final Actor ben = join();
    private final ConversationId talk = ConversationId.of(ann.id(), ben.id());
    private final ClassId chess = new ClassId(UUID.randomUUID().toString());

    @BeforeAll
    static void start() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        side = new SpringApplication(CommandSideTest.Side.class)
                .run(
                        "--parley.keys.master=" + Base64.getEncoder().encodeToString(key),
                        "--parley.kid-mode.hash-strength=4");
        commands = side.getBean(Commands.class);
    }

    @AfterAll
    static void stop() {
        side.close();
    }

    @Test
    void converse() {
        var first = send(new WriteTo(ann, ben.id(), TEXT))
                .first(DirectMessageSent.class)
                .orElseThrow();
        send(new Reply(ben, talk, TEXT));
        var id = new DirectMessageId(talk, 1, first.sequence());
        assertThat(send(new MarkReadUpTo(ben, talk, id)).events()).isEmpty();
        var last = send(new WriteTo(ann, ben.id(), TEXT))
                .first(DirectMessageSent.class)
                .orElseThrow();
        var lastId = new DirectMessageId(talk, 3, last.sequence());
        assertThat(send(new MarkReadUpTo(ben, talk, lastId)).first(ConversationRead.class))
                .isPresent();
    }

    @Test
    void hearNothingMoreFromTheBlockOn() {
        send(new WriteTo(ann, ben.id(), TEXT));
        send(new Block(ben, ann.id()));
        assertRefused(new Reply(ann, talk, TEXT), Rejection.BLOCKED);
        assertRefused(new Follow(ann, ben.id()), Rejection.BLOCKED);
        send(new Unblock(ben, ann.id()));
        assertThat(send(new Reply(ann, talk, TEXT)).events()).hasSize(1);
    }

    @Test
    void followNobodyWhomTheyBlock() {
        send(new Follow(ann, ben.id()));
        send(new Follow(ben, ann.id()));
        assertThat(send(new Block(ann, ben.id())).events()).hasSize(3);
        assertThat(ties(ann).follows()).isEmpty();
        assertThat(ties(ben).follows()).isEmpty();
    }

    @Test
    void blockEachOtherAtOnce() {
        for (int round = 0; round < 50; round++) {
            Actor one = join();
            Actor other = join();
            send(new Follow(one, other.id()));
            List<CompletableFuture<Outcome>> blocks = List.of(
                    commands.send(new Block(one, other.id()), Origin.of("request")),
                    commands.send(new Block(other, one.id()), Origin.of("request")));
            blocks.forEach(CompletableFuture::join);
            assertThat(ties(one).follows()).isEmpty();
            assertThat(ties(one).blocks()).containsExactly(other.id());
            assertThat(ties(other).blocks()).containsExactly(one.id());
        }
    }

    @Test
    void beginFewConversationsWhileTheyAreNew() {
        List<CompletableFuture<Outcome>> begun = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            begun.add(commands.send(new WriteTo(ann, join().id(), TEXT), Origin.of("request")));
        }
        begun.forEach(CompletableFuture::join);
        assertRefused(new WriteTo(ann, ben.id(), TEXT), Rejection.TOO_MANY_CONVERSATIONS);
        assertThat(ties(ann).contacts()).hasSize(4);
    }

    @Test
    void areAnsweredAsAtFirstWhenTheyWriteTheSameAgain() {
        var once = new Origin("request", "key", "digest");
        Outcome first = commands.send(new WriteTo(ann, ben.id(), TEXT), once).join();
        Outcome again = commands.send(new WriteTo(ann, ben.id(), TEXT), once).join();
        assertThat(again.first(DirectMessageSent.class)).isEqualTo(first.first(DirectMessageSent.class));
        assertThat(ties(ann).contacts()).hasSize(1);
    }

    @Test
    void enterAndLeaveKidModeWithAPassword() {
        send(new EnableKidMode(ann, PASSWORD));
        assertRefused(new WriteTo(ann, ben.id(), TEXT), Rejection.KID_MODE);
        assertRefused(new WriteTo(ben, ann.id(), TEXT), Rejection.MESSAGE_PRIVACY);
        assertRefused(new DisableKidMode(ann, new Password("other")), Rejection.WRONG_PASSWORD);
        send(new DisableKidMode(ann, PASSWORD));
        assertThat(send(new WriteTo(ann, ben.id(), TEXT)).events()).hasSize(3);
    }

    @Test
    void areKeptInKidModeByTheirClass() {
        send(new DefineClass(SERVICE, chess, List.of(ann.id()), List.of(ben.id()), true));
        send(new ChooseMessagePrivacy(ben, MessagePrivacy.NOBODY));
        assertRefused(new DisableKidMode(ben, PASSWORD), Rejection.KID_MODE_MANAGED);
        assertThat(send(new WriteTo(ann, ben.id(), TEXT)).events()).hasSize(3);
        assertThat(send(new Reply(ben, talk, TEXT)).events()).hasSize(1);
        send(new ReleaseFromKidMode(ann, ben.id()));
        assertThat(side.getBean(Standings.class).of(ben.id()).kid()).isFalse();
    }

    private static Actor join() {
        String id = UUID.randomUUID().toString();
        Actor person = Actor.of(new UserId(id), Role.USER);
        send(new Appear(person, new Username(id), Instant.EPOCH));
        return person;
    }

    private static Ties ties(Actor person) {
        return side.getBean(CurrentTies.class).of(person.id());
    }

    private static Outcome send(Command command) {
        return commands.send(command, Origin.of("request")).join();
    }

    private static void assertRefused(Command command, Rejection rule) {
        assertThatThrownBy(() -> send(command))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        CommandRejected.class,
                        rejected -> assertThat(rejected.rule()).isEqualTo(rule));
    }
}

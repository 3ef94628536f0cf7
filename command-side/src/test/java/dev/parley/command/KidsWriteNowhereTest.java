package dev.parley.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.command.classroom.ClassroomCommand.DefineClass;
import dev.parley.command.member.MemberCommand.Appear;
import dev.parley.command.room.RoomCommand.OpenRoom;
import dev.parley.command.room.RoomCommand.People;
import dev.parley.command.room.RoomCommand.PostMessage;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.classroom.ClassId;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.MemberEvent;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.Standing;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.member.Username;
import dev.parley.kernel.room.ChatText;
import dev.parley.kernel.room.EntityId;
import dev.parley.kernel.room.RoomEvent.MessagePosted;
import dev.parley.kernel.room.RoomId;
import dev.parley.kernel.room.RoomType;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A class chats in one room while it is put into kid mode and out of it: afterwards no line stands in the log where its
 * author was in kid mode at that very place.
 */
class KidsWriteNowhereTest {
    private static final int STUDENTS = 10;
    private static final int ROUNDS = 30;
    private static final Actor SERVICE = Actor.of(new UserId("lobby"), Role.SERVICE);
    private static final ClassId GO = new ClassId("go");
    private static final EntityId CLUB = new EntityId(UUID.randomUUID().toString());
    private static final RoomId ROOM = RoomId.of(RoomType.TEAM, CLUB);

    private final AtomicInteger refused = new AtomicInteger();
    private final Map<UserId, Standing> standings = new HashMap<>();
    private int lines;

    @Test
    void atEveryLinesOwnPlaceInTheLog() {
        try (ConfigurableApplicationContext side = start()) {
            Commands commands = side.getBean(Commands.class);
            List<Actor> students =
                    Stream.generate(() -> joined(commands)).limit(STUDENTS).toList();
            List<UserId> ids = students.stream().map(Actor::id).toList();
            send(commands, new OpenRoom(SERVICE, RoomType.TEAM, CLUB, new People(ids, List.of()), false));
            for (int round = 0; round < ROUNDS; round++) {
                talkAround(commands, students, new DefineClass(SERVICE, GO, List.of(), ids, round % 2 == 0));
            }
            try (Stream<? extends TrackedEventMessage<?>> log =
                    side.getBean(EventStorageEngine.class).readEvents(null, false)) {
                log.forEach(this::check);
            }
        }
        assertThat(lines).isGreaterThan(STUDENTS);
        assertThat(refused).hasPositiveValue();
    }

    private static ConfigurableApplicationContext start() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return new SpringApplication(CommandSideTest.Side.class)
                .run(
                        "--parley.chat.flood.enabled=false",
                        "--parley.keys.master=" + Base64.getEncoder().encodeToString(key));
    }

    private void talkAround(Commands commands, List<Actor> students, DefineClass change) {
        List<CompletableFuture<?>> sent = new ArrayList<>();
        students.forEach(student -> sent.add(say(commands, student)));
        sent.add(commands.send(change, Origin.of("request-1")));
        students.forEach(student -> sent.add(say(commands, student)));
        sent.forEach(CompletableFuture::join);
    }

    private CompletableFuture<?> say(Commands commands, Actor student) {
        var line = new PostMessage(student, ROOM, new ChatText(UUID.randomUUID().toString()));
        return commands.send(line, Origin.of("request-1")).handle((outcome, failure) -> note(failure));
    }

    private Object note(Throwable failure) {
        if (failure != null) {
            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
            assertThat(cause)
                    .isInstanceOfSatisfying(
                            CommandRejected.class,
                            refusal -> assertThat(refusal.rule()).isEqualTo(Rejection.KID_MODE));
            refused.incrementAndGet();
        }
        return "";
    }

    private static Actor joined(Commands commands) {
        String id = UUID.randomUUID().toString();
        Actor person = Actor.of(new UserId(id), Role.USER);
        send(commands, new Appear(person, new Username(id), Instant.EPOCH));
        return person;
    }

    private static void send(Commands commands, Command command) {
        commands.send(command, Origin.of("request-1")).join();
    }

    private void check(TrackedEventMessage<?> event) {
        switch (event.getPayload()) {
            case MemberEvent change ->
                standings.put(
                        change.member(),
                        standings
                                .getOrDefault(change.member(), Standing.UNKNOWN)
                                .after(change, event.getTimestamp()));
            case MessagePosted line -> {
                assertThat(standings.get(line.author()).kid())
                        .as("kid mode at line %s", line.number())
                        .isFalse();
                lines++;
            }
            default -> {}
        }
    }
}

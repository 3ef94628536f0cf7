package dev.parley.kernel.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.kernel.member.Sanction;
import dev.parley.kernel.room.RoomAccess.Standing;
import dev.parley.kernel.room.RoomAccess.Visitor;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every room and every visitor. A row says what keeps the visitor from reading, from reading where {@code public_read},
 * and from writing; each is tried as a moderator too, who reads all the same, in a disabled room, where nobody writes who
 * might, and in kid mode, which closes all rooms to all but a moderator who reads.
 */
class RoomAccessTest {
    @ParameterizedTest(name = "a {1} of {0}, finished {2}, timed out {3}: reads {4}, if public {5}, writes {6}")
    @CsvSource({
        "GAME;TOURNAMENT;TEAM;STUDY, participant, both,  false, -,                 -,             -",
        "GAME;TOURNAMENT;TEAM;STUDY, participant, both,  true,  -,                 -,             TIMED_OUT",
        "GAME;TOURNAMENT;TEAM;STUDY, owner,       both,  false, -,                 -,             -",
        "GAME;TOURNAMENT;TEAM;STUDY, owner,       both,  true,  -,                 -,             TIMED_OUT",
        "GAME;TOURNAMENT;TEAM;STUDY, stranger,    both,  false, NOT_A_PARTICIPANT, -,             NOT_A_PARTICIPANT",
        "GAME;TOURNAMENT;TEAM;STUDY, stranger,    both,  true,  NOT_A_PARTICIPANT, -,             NOT_A_PARTICIPANT",
        "SPECTATOR,                  participant, false, false, STILL_PLAYING,     STILL_PLAYING, STILL_PLAYING",
        "SPECTATOR,                  participant, false, true,  STILL_PLAYING,     STILL_PLAYING, STILL_PLAYING",
        "SPECTATOR,                  participant, true,  false, -,                 -,             -",
        "SPECTATOR,                  participant, true,  true,  -,                 -,             TIMED_OUT",
        "SPECTATOR,                  owner,       both,  false, -,                 -,             -",
        "SPECTATOR,                  owner,       both,  true,  -,                 -,             TIMED_OUT",
        "SPECTATOR,                  stranger,    both,  false, -,                 -,             -",
        "SPECTATOR,                  stranger,    both,  true,  -,                 -,             TIMED_OUT",
    })
    void followsTheTable(
            String types,
            String who,
            String finished,
            boolean timedOut,
            String reading,
            String publicReading,
            String writing) {
        boolean participant = who.equals("participant");
        boolean owner = who.equals("owner");
        Visitor person = new Visitor(participant, owner, false, false, timedOut, Set.of());
        Visitor moderator = new Visitor(participant, owner, true, false, timedOut, Set.of(Sanction.RESTRICTION));
        Visitor kid = new Visitor(participant, owner, false, true, timedOut, Set.of());
        Visitor moderatingKid = new Visitor(participant, owner, true, true, timedOut, Set.of());
        for (Standing room : rooms(types, finished)) {
            boolean wouldWrite = List.of("-", "TIMED_OUT").contains(writing);
            String open = room.disabled() && wouldWrite ? "ROOM_DISABLED" : writing;
            assertThat(reading(room, person)).isEqualTo(room.publicRead() ? publicReading : reading);
            assertThat(reading(room, moderator)).isEqualTo("-");
            assertThat(writing(room, person)).isEqualTo(open);
            assertThat(writing(room, moderator)).isEqualTo(open);
            assertThat(reading(room, kid)).isEqualTo("KID_MODE");
            assertThat(reading(room, moderatingKid)).isEqualTo("-");
            assertThat(writing(room, kid)).isEqualTo("KID_MODE");
            assertThat(writing(room, moderatingKid)).isEqualTo("KID_MODE");
        }
    }

    @ParameterizedTest
    @CsvSource({"CHAT_BAN,CHAT_BAN", "CHAT_BAN;COMM_BAN,COMM_BAN", "RESTRICTION;COMM_BAN;ACCOUNT_BAN,ACCOUNT_BAN"})
    void isClosedToWritersUnderABanInEveryRoomAndRole(String sanctions, String rule) {
        Set<Sanction> imposed =
                Stream.of(sanctions.split(";")).map(Sanction::valueOf).collect(Collectors.toSet());
        for (Standing room : rooms("GAME;SPECTATOR;TOURNAMENT;TEAM;STUDY", "both")) {
            for (boolean in : List.of(false, true)) {
                for (boolean kid : List.of(false, true)) {
                    Visitor banned = new Visitor(in, !in, in, kid, !in, imposed);
                    assertThat(writing(room, banned)).isEqualTo(rule);
                }
            }
        }
    }

    private static List<Standing> rooms(String types, String finished) {
        List<Boolean> either = List.of(false, true);
        List<Boolean> over = finished.equals("both") ? either : List.of(Boolean.valueOf(finished));
        return Stream.of(types.split(";"))
                .map(RoomType::valueOf)
                .flatMap(type -> over.stream()
                        .flatMap(done -> either.stream()
                                .flatMap(open -> either.stream().map(off -> new Standing(type, done, open, off)))))
                .toList();
    }

    private static String reading(Standing room, Visitor visitor) {
        return RoomAccess.refusesReading(room, visitor).map(Enum::name).orElse("-");
    }

    private static String writing(Standing room, Visitor visitor) {
        return RoomAccess.refusesWriting(room, visitor).map(Enum::name).orElse("-");
    }
}

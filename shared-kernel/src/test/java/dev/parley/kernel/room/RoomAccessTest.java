package dev.parley.kernel.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.kernel.room.RoomAccess.Standing;
import dev.parley.kernel.room.RoomAccess.Visitor;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every room and every visitor. A row says what keeps the visitor from reading and from writing; each is tried as a
 * moderator too, who reads all the same, in a {@code public_read} room, which everybody reads, and in a disabled one,
 * where nobody writes who might.
 */
class RoomAccessTest {
    @ParameterizedTest(name = "{0} finished {1}, taking part {2}, timed out {3}: reads {4}, writes {5}")
    @CsvSource({
        "GAME,       false, true,  false, -,                 -",
        "GAME,       false, true,  true,  -,                 TIMED_OUT",
        "GAME,       false, false, false, NOT_A_PARTICIPANT, NOT_A_PARTICIPANT",
        "GAME,       false, false, true,  NOT_A_PARTICIPANT, NOT_A_PARTICIPANT",
        "GAME,       true,  true,  false, -,                 -",
        "GAME,       true,  true,  true,  -,                 TIMED_OUT",
        "GAME,       true,  false, false, NOT_A_PARTICIPANT, NOT_A_PARTICIPANT",
        "GAME,       true,  false, true,  NOT_A_PARTICIPANT, NOT_A_PARTICIPANT",
        "SPECTATOR,  false, true,  false, STILL_PLAYING,     STILL_PLAYING",
        "SPECTATOR,  false, true,  true,  STILL_PLAYING,     STILL_PLAYING",
        "SPECTATOR,  false, false, false, -,                 -",
        "SPECTATOR,  false, false, true,  -,                 TIMED_OUT",
        "SPECTATOR,  true,  true,  false, -,                 -",
        "SPECTATOR,  true,  true,  true,  -,                 TIMED_OUT",
        "SPECTATOR,  true,  false, false, -,                 -",
        "SPECTATOR,  true,  false, true,  -,                 TIMED_OUT",
        "TOURNAMENT, false, true,  false, -,                 -",
        "TOURNAMENT, false, true,  true,  -,                 TIMED_OUT",
        "TOURNAMENT, false, false, false, NOT_A_PARTICIPANT, NOT_A_PARTICIPANT",
        "TOURNAMENT, false, false, true,  NOT_A_PARTICIPANT, NOT_A_PARTICIPANT",
        "TOURNAMENT, true,  true,  false, -,                 -",
        "TOURNAMENT, true,  true,  true,  -,                 TIMED_OUT",
        "TOURNAMENT, true,  false, false, NOT_A_PARTICIPANT, NOT_A_PARTICIPANT",
        "TOURNAMENT, true,  false, true,  NOT_A_PARTICIPANT, NOT_A_PARTICIPANT",
        "TEAM,       false, true,  false, -,                 -",
        "TEAM,       false, true,  true,  -,                 TIMED_OUT",
        "TEAM,       false, false, false, NOT_A_PARTICIPANT, NOT_A_PARTICIPANT",
        "TEAM,       false, false, true,  NOT_A_PARTICIPANT, NOT_A_PARTICIPANT",
        "TEAM,       true,  true,  false, -,                 -",
        "TEAM,       true,  true,  true,  -,                 TIMED_OUT",
        "TEAM,       true,  false, false, NOT_A_PARTICIPANT, NOT_A_PARTICIPANT",
        "TEAM,       true,  false, true,  NOT_A_PARTICIPANT, NOT_A_PARTICIPANT",
        "STUDY,      false, true,  false, -,                 -",
        "STUDY,      false, true,  true,  -,                 TIMED_OUT",
        "STUDY,      false, false, false, NOT_A_PARTICIPANT, NOT_A_PARTICIPANT",
        "STUDY,      false, false, true,  NOT_A_PARTICIPANT, NOT_A_PARTICIPANT",
        "STUDY,      true,  true,  false, -,                 -",
        "STUDY,      true,  true,  true,  -,                 TIMED_OUT",
        "STUDY,      true,  false, false, NOT_A_PARTICIPANT, NOT_A_PARTICIPANT",
        "STUDY,      true,  false, true,  NOT_A_PARTICIPANT, NOT_A_PARTICIPANT",
    })
    void followsTheTable(
            RoomType type, boolean finished, boolean takesPart, boolean timedOut, String reading, String writing) {
        Visitor person = new Visitor(takesPart, false, timedOut);
        Visitor moderator = new Visitor(takesPart, true, timedOut);
        for (boolean publicRead : List.of(false, true)) {
            for (boolean disabled : List.of(false, true)) {
                Standing room = new Standing(type, finished, publicRead, disabled);
                String open = disabled && List.of("-", "TIMED_OUT").contains(writing) ? "ROOM_DISABLED" : writing;
                assertThat(reading(room, person)).isEqualTo(publicRead ? "-" : reading);
                assertThat(reading(room, moderator)).isEqualTo("-");
                assertThat(writing(room, person)).isEqualTo(open);
                assertThat(writing(room, moderator)).isEqualTo(open);
            }
        }
    }

    private static String reading(Standing room, Visitor visitor) {
        return RoomAccess.refusesReading(room, visitor).map(Enum::name).orElse("-");
    }

    private static String writing(Standing room, Visitor visitor) {
        return RoomAccess.refusesWriting(room, visitor).map(Enum::name).orElse("-");
    }
}

package dev.parley.api.room;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.api.member.PersonName;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.room.EntityId;
import dev.parley.kernel.room.RoomType;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A room to be opened, bound to the one game, tournament, team or study that its type calls for.
 *
 * @param participants nobody unless told
 * @param owner nobody unless told
 * @param publicRead false unless told
 */
record NewRoom(
        @JsonProperty("room_type") String roomType,
        @JsonProperty("game_id") String gameId,
        @JsonProperty("tournament_id") String tournamentId,
        @JsonProperty("team_id") String teamId,
        @JsonProperty("study_id") String studyId,
        @JsonProperty("participants") List<PersonName> participants,
        @JsonProperty("owner") PersonName owner,
        @JsonProperty("public_read") Boolean publicRead) {

    NewRoom {
        participants = participants == null ? List.of() : participants;
        InvalidValue.unless(participants.stream().allMatch(Objects::nonNull), "participants", "names of people");
        publicRead = publicRead != null && publicRead;
    }

    RoomType type() {
        return RoomFields.type(roomType);
    }

    /** @throws InvalidValue if the field that the type calls for is missing, or another one is there */
    EntityId entityId() {
        String wanted = type().entityField();
        Stream.of("game_id", "tournament_id", "team_id", "study_id")
                .filter(field -> !field.equals(wanted))
                .forEach(field -> InvalidValue.unless(entity(field).isEmpty(), field, "not for a room of this type"));
        return RoomFields.entity(wanted, entity(wanted));
    }

    List<PersonName> owners() {
        return Stream.ofNullable(owner).toList();
    }

    private String entity(String field) {
        return Objects.requireNonNullElse(
                switch (field) {
                    case "game_id" -> gameId;
                    case "tournament_id" -> tournamentId;
                    case "team_id" -> teamId;
                    default -> studyId;
                },
                "");
    }
}

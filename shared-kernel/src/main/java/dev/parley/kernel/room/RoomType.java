package dev.parley.kernel.room;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a room is bound to, which decides who reads and writes there. */
public enum RoomType {
    GAME("game_id"),
    /** Bound to a game like {@link #GAME}: everybody but its players, who may come once it is finished. */
    SPECTATOR("game_id"),
    TOURNAMENT("tournament_id"),
    TEAM("team_id"),
    STUDY("study_id");

    private final String entityField;

    RoomType(String entityField) {
        this.entityField = entityField;
    }

    /** As the API and the events spell it. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Name of the field in which the API gives the id of what the room is bound to. */
    public String entityField() {
        return entityField;
    }

    /** Is it a room beside a game, which is over when the game is? */
    public boolean isBoundToGame() {
        return this == GAME || this == SPECTATOR;
    }

    public static Optional<RoomType> fromLabel(String label) {
        return Arrays.stream(values())
                .filter(type -> type.label().equals(label))
                .findFirst();
    }
}

package dev.parley.kernel.room;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.kernel.InvalidValue;
import java.util.regex.Pattern;

/** Id of the game, tournament, team or study, as the service that owns it knows it: 1 to 64 of {@code A-Za-z0-9_-}. */
public record EntityId(@JsonValue String value) {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /** @throws InvalidValue if the id has another shape */
    @JsonCreator
    public EntityId {
        InvalidValue.unless(
                value != null && SHAPE.matcher(value).matches(), "entity_id", "1 to 64 letters, digits, - and _");
    }

    @Override
    public String toString() {
        return value;
    }
}

package dev.parley.api.room;

import dev.parley.kernel.room.EntityId;
import dev.parley.kernel.room.RoomId;
import dev.parley.kernel.room.RoomType;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;

/**
 * Which rooms are wanted: those of a type, or those of one game, tournament, team or study.
 *
 * @param types all types where none is named
 */
record RoomSearch(Set<RoomType> types, MultiValueMap<String, String> parameters) {
    static RoomSearch of(MultiValueMap<String, String> parameters) {
        String type = parameters.getFirst(RoomFields.TYPE);
        Set<RoomType> types = type == null ? EnumSet.allOf(RoomType.class) : EnumSet.of(RoomFields.type(type));
        return new RoomSearch(types, parameters);
    }

    /** Does it say what the rooms are bound to? */
    boolean names() {
        return Stream.of(RoomType.values()).map(RoomType::entityField).anyMatch(parameters::containsKey);
    }

    /** The only rooms that it can be, if the search names what they are bound to; none if it does not. */
    List<RoomId> candidates() {
        return types.stream()
                .flatMap(type -> entity(type).map(id -> RoomId.of(type, id)).stream())
                .toList();
    }

    private Optional<EntityId> entity(RoomType type) {
        String field = type.entityField();
        return Optional.ofNullable(parameters.getFirst(field)).map(id -> RoomFields.entity(field, id));
    }
}

package dev.parley.query.room;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Standing;
import dev.parley.kernel.room.EntityId;
import dev.parley.kernel.room.RoomAccess;
import dev.parley.kernel.room.RoomType;
import dev.parley.query.Milliseconds;
import java.time.Instant;
import java.util.Optional;

/** A room, and what the one who asks may do there. */
public record RoomView(
        @JsonProperty("id") String id,
        @JsonProperty("room_type") String roomType,
        @JsonUnwrapped BoundTo boundTo,
        @JsonProperty("public_read") boolean publicRead,
        @JsonProperty("is_disabled") boolean disabled,
        @JsonProperty("finished") boolean finished,
        @JsonProperty("created_at") @Milliseconds Instant createdAt,
        @JsonProperty("access") Access access) {

    /** What the room belongs to: the field that its type names; the others are {@code null} and left out. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record BoundTo(
            @JsonProperty("game_id") String gameId,
            @JsonProperty("tournament_id") String tournamentId,
            @JsonProperty("team_id") String teamId,
            @JsonProperty("study_id") String studyId) {
        static BoundTo of(RoomType type, EntityId entity) {
            String id = entity.value();
            return switch (type) {
                case GAME, SPECTATOR -> new BoundTo(id, null, null, null);
                case TOURNAMENT -> new BoundTo(null, id, null, null);
                case TEAM -> new BoundTo(null, null, id, null);
                case STUDY -> new BoundTo(null, null, null, id);
            };
        }
    }

    /**
     * @param canModerate whether they may delete lines of others there and time people out
     * @param reason problem type of the rule that keeps them from reading, or else from writing; {@code null} for none
     */
    public record Access(
            @JsonProperty("can_read") boolean canRead,
            @JsonProperty("can_write") boolean canWrite,
            @JsonProperty("can_moderate") boolean canModerate,
            @JsonProperty("reason") String reason) {
        static Access of(RoomState room, Actor viewer, Standing person, Instant now) {
            RoomAccess.Visitor visitor = room.visitor(viewer.id(), viewer.moderates(), person, now);
            Optional<Rejection> unreadable = RoomAccess.refusesReading(room.standing(), visitor);
            Optional<Rejection> unwritable = RoomAccess.refusesWriting(room.standing(), visitor);
            String reason =
                    unreadable.or(() -> unwritable).map(Rejection::label).orElse(null);
            boolean moderates = visitor.owner() || visitor.moderator();
            return new Access(unreadable.isEmpty(), unwritable.isEmpty(), moderates, reason);
        }
    }

    /** @param person how the viewer stands */
    public static RoomView of(RoomState room, Actor viewer, Standing person, Instant now) {
        RoomAccess.Standing standing = room.standing();
        return new RoomView(
                room.opening().id().value(),
                standing.type().label(),
                BoundTo.of(standing.type(), room.opening().entityId()),
                standing.publicRead(),
                standing.disabled(),
                standing.finished(),
                room.opening().at(),
                Access.of(room, viewer, person, now));
    }
}

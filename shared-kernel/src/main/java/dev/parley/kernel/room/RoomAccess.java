package dev.parley.kernel.room;

import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.Sanction;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** May somebody read a room, and write in it? The one rule for commands, pages and live streams. */
public final class RoomAccess {
    private static final List<Sanction> BANS = List.of(Sanction.ACCOUNT_BAN, Sanction.COMM_BAN, Sanction.CHAT_BAN);

    private RoomAccess() {}

    /**
     * What of a room decides about access.
     *
     * @param finished whether the game is over
     * @param publicRead whether any signed-in user may read
     */
    public record Standing(RoomType type, boolean finished, boolean publicRead, boolean disabled) {
        public Standing withFinished() {
            return new Standing(type, true, publicRead, disabled);
        }

        public Standing withDisabled(boolean now) {
            return new Standing(type, finished, publicRead, now);
        }
    }

    /**
     * What of a person decides about access.
     *
     * @param participant whether named as one who takes part: in the room of a game's spectators, its players
     * @param owner whether the room's owner
     * @param moderator whether a moderator of the site
     * @param kid whether in kid mode
     * @param timedOut whether timed out in this room at the moment
     * @param sanctions what moderators of the site keep them from at the moment
     */
    public record Visitor(
            boolean participant,
            boolean owner,
            boolean moderator,
            boolean kid,
            boolean timedOut,
            Set<Sanction> sanctions) {}

    /**
     * The rule that keeps this person from reading, if any does. Spectators' advice is kept from players even where
     * everybody else may read it. Kid mode closes every room, but keeps no moderator from what they moderate.
     */
    public static Optional<Rejection> refusesReading(Standing room, Visitor visitor) {
        if (visitor.moderator()) {
            return Optional.empty();
        }
        if (visitor.kid()) {
            return Optional.of(Rejection.KID_MODE);
        }
        boolean everybody = room.publicRead() && !isPlaying(room, visitor);
        return everybody ? Optional.empty() : refusesTakingPart(room, visitor);
    }

    /** The rule that keeps this person from writing, if any does. Bans and kid mode do, whoever they are. */
    public static Optional<Rejection> refusesWriting(Standing room, Visitor visitor) {
        Optional<Rejection> banned =
                BANS.stream().filter(visitor.sanctions()::contains).findFirst().map(Sanction::rule);
        if (banned.isPresent() || visitor.kid()) {
            return banned.or(() -> Optional.of(Rejection.KID_MODE));
        }
        Optional<Rejection> outside = refusesTakingPart(room, visitor);
        if (outside.isPresent()) {
            return outside;
        }
        if (room.disabled()) {
            return Optional.of(Rejection.ROOM_DISABLED);
        }
        return visitor.timedOut() ? Optional.of(Rejection.TIMED_OUT) : Optional.empty();
    }

    private static Optional<Rejection> refusesTakingPart(Standing room, Visitor visitor) {
        return switch (room.type()) {
            case GAME, TOURNAMENT, TEAM, STUDY ->
                visitor.participant() || visitor.owner() ? Optional.empty() : Optional.of(Rejection.NOT_A_PARTICIPANT);
            case SPECTATOR -> isPlaying(room, visitor) ? Optional.of(Rejection.STILL_PLAYING) : Optional.empty();
        };
    }

    private static boolean isPlaying(Standing room, Visitor visitor) {
        return room.type() == RoomType.SPECTATOR && !room.finished() && visitor.participant();
    }
}

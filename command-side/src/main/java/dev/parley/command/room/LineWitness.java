package dev.parley.command.room;

import dev.parley.command.CommandRejected;
import dev.parley.command.Witness;
import dev.parley.command.log.ReadSet;
import dev.parley.command.log.Standings;
import dev.parley.command.room.StoredLines.Line;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.moderation.Evidence;
import dev.parley.kernel.moderation.Subject;
import dev.parley.kernel.room.MessageId;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Tells of lines to those who may read their room, also of lines that were removed since. */
@Component
class LineWitness implements Witness {
    private final Repository<Room> rooms;
    private final StoredLines lines;
    private final Standings standings;
    private final Clock clock;

    LineWitness(Repository<Room> rooms, StoredLines lines, Standings standings, Clock clock) {
        this.rooms = rooms;
        this.lines = lines;
        this.standings = standings;
        this.clock = clock;
    }

    @Override
    public Set<Subject.Kind> kinds() {
        return Set.of(Subject.Kind.CHAT_MESSAGE);
    }

    @Override
    public Evidence tell(Subject subject, Actor reporter, UserId reported) throws Exception {
        MessageId id = MessageId.parse(subject.id());
        requireMayRead(id, reporter);
        Line line = lines.recorded(id)
                .orElseThrow(() -> new CommandRejected(Rejection.UNKNOWN_MESSAGE, "There is no such line."));
        Witness.requireAuthor(line.posted().author(), reported);
        return new Evidence(
                subject,
                id.room().value(),
                id.sequence(),
                Optional.of(line.posted().content()),
                Optional.of(line.at()));
    }

    private void requireMayRead(MessageId id, Actor reporter) throws Exception {
        String stream = id.room().value();
        Aggregate<Room> room = rooms.loadOrCreate(stream, Room::new);
        ReadSet.note(stream, room);
        room.execute(there -> there.requireReadable(reporter, standings, clock.instant()));
    }
}

package dev.parley.query.room.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.room.MessageId;
import dev.parley.kernel.room.RoomEvent;
import dev.parley.kernel.room.RoomEvent.MemberTimedOut;
import dev.parley.kernel.room.RoomEvent.MessagePosted;
import dev.parley.kernel.room.RoomEvent.MessageRemoved;
import dev.parley.kernel.room.RoomEvent.OwnerNamed;
import dev.parley.kernel.room.RoomEvent.ParticipantAdded;
import dev.parley.kernel.room.RoomEvent.ParticipantRemoved;
import dev.parley.kernel.room.RoomEvent.RoomDisabled;
import dev.parley.kernel.room.RoomEvent.RoomEnabled;
import dev.parley.kernel.room.RoomEvent.RoomFinished;
import dev.parley.kernel.room.RoomEvent.RoomOpened;
import dev.parley.kernel.room.RoomEvent.TimeoutEnded;
import dev.parley.kernel.room.RoomId;
import dev.parley.kernel.room.TimeoutReason;
import dev.parley.query.Milliseconds;
import dev.parley.query.Names;
import dev.parley.query.PersonView;
import dev.parley.query.live.Frame;
import dev.parley.query.room.message.MessageView;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.springframework.stereotype.Component;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.json.JsonMapper;

/** The frames of a room's stream: one for every event, so that a client's last id is all it needs to resume. */
@Component
class RoomFrames {
    static final String NEW_MESSAGE = "new_message";

    private final JsonMapper json = JsonMapper.builder().build();
    private final Names names;

    RoomFrames(Names names) {
        this.names = names;
    }

    /** @param flags as they are after the event */
    Entry entry(DomainEventMessage<?> message, Flags flags) {
        RoomEvent event = (RoomEvent) message.getPayload();
        RoomId room = event.roomId();
        return switch (event) {
            case MessagePosted posted -> line(posted, message);
            case MessageRemoved removed -> plain(message, "message_deleted", deleted(removed));
            case MemberTimedOut timedOut -> plain(message, "timeout", timeout(timedOut));
            case TimeoutEnded ended -> plain(message, "timeout_ended", ended(ended));
            case RoomOpened opened -> plain(message, flags, change(room, "opened"));
            case OwnerNamed named -> plain(message, flags, change(room, "owner_named", named.owner()));
            case ParticipantAdded added ->
                plain(message, flags, change(room, "participant_added", added.participant()));
            case ParticipantRemoved removed ->
                plain(message, flags, change(room, "participant_removed", removed.participant()));
            case RoomDisabled disabled -> plain(message, flags, change(room, "disabled"));
            case RoomEnabled enabled -> plain(message, flags, change(room, "enabled"));
            case RoomFinished finished -> plain(message, flags, change(room, "finished"));
        };
    }

    Removal removal(MessageRemoved event) {
        return new Removal(event.sequence(), names.person(event.removedBy()));
    }

    Frame joined(RoomId room, PersonView person) {
        return Frame.passing(json, "user_joined", new Somebody(room, person));
    }

    Frame left(RoomId room, PersonView person) {
        return Frame.passing(json, "user_left", new Somebody(room, person));
    }

    /** @param people everybody who is there; nobody where there are too many to tell */
    Frame present(RoomId room, List<PersonView> people) {
        return Frame.unasked(json, "present", new Present(room, people));
    }

    Frame typing(RoomId room, PersonView person) {
        return Frame.passing(json, "typing", new Somebody(room, person));
    }

    Frame closed(RoomId room, Ending ending) {
        return Frame.passing(json, "closed", new Closed(room, ending.reason()));
    }

    private Entry line(MessagePosted posted, DomainEventMessage<?> message) {
        long sequence = message.getSequenceNumber();
        MessageView view = MessageView.posted(
                new MessageId(posted.roomId(), posted.number(), sequence),
                names.person(posted.author()),
                posted.content().text(),
                message.getTimestamp());
        Frame whole = Frame.numbered(json, NEW_MESSAGE, view, sequence);
        return new Entry.Line(whole, new Redactions(json, sequence, posted.author(), view));
    }

    private Entry plain(DomainEventMessage<?> message, Flags flags, Change change) {
        return plain(message, "room_changed", change.with(flags));
    }

    private Entry plain(DomainEventMessage<?> message, String event, Object data) {
        return new Entry.Plain(Frame.numbered(json, event, data, message.getSequenceNumber()));
    }

    private Deleted deleted(MessageRemoved event) {
        MessageId id = new MessageId(event.roomId(), event.number(), event.sequence());
        return new Deleted(id.toString(), event.roomId(), names.person(event.removedBy()));
    }

    private Timeout timeout(MemberTimedOut event) {
        return new Timeout(event.roomId(), names.person(event.member()), event.reason(), event.until());
    }

    private TimeoutOver ended(TimeoutEnded event) {
        return new TimeoutOver(event.roomId(), names.person(event.member()), event.lifted());
    }

    private static Change change(RoomId room, String change) {
        return new Change(room, false, false, change, null);
    }

    private Change change(RoomId room, String change, UserId person) {
        return new Change(room, false, false, change, names.person(person));
    }

    @JsonNaming(SnakeCaseStrategy.class)
    private record Somebody(RoomId roomId, PersonView user) {}

    @JsonNaming(SnakeCaseStrategy.class)
    private record Present(RoomId roomId, List<PersonView> present) {}

    @JsonNaming(SnakeCaseStrategy.class)
    private record Closed(RoomId roomId, String reason) {}

    @JsonNaming(SnakeCaseStrategy.class)
    private record Deleted(String id, RoomId roomId, PersonView deletedBy) {}

    @JsonNaming(SnakeCaseStrategy.class)
    private record Timeout(
            RoomId roomId,
            PersonView user,
            TimeoutReason reason,
            @Milliseconds Instant until) {}

    @JsonNaming(SnakeCaseStrategy.class)
    private record TimeoutOver(RoomId roomId, PersonView user, boolean lifted) {}

    /** @param user whom the change is about; {@code null} where it is about the room */
    @JsonNaming(SnakeCaseStrategy.class)
    private record Change(
            RoomId roomId,
            boolean isDisabled,
            boolean finished,
            String change,
            @JsonInclude(JsonInclude.Include.NON_NULL) PersonView user) {
        Change with(Flags flags) {
            return new Change(roomId, flags.disabled(), flags.finished(), change, user);
        }
    }
}

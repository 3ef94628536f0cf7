package dev.parley.query.direct.live;

import dev.parley.kernel.direct.ConversationEvent.ConversationRead;
import dev.parley.kernel.direct.ConversationEvent.DirectMessageSent;
import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.direct.DirectMessageId;
import dev.parley.kernel.member.UserId;
import dev.parley.query.Milliseconds;
import dev.parley.query.Names;
import dev.parley.query.PersonView;
import dev.parley.query.direct.DirectMessageView;
import dev.parley.query.direct.MissedView.Missed;
import dev.parley.query.direct.UnreadView;
import dev.parley.query.live.Frame;
import java.time.Instant;
import org.axonframework.eventhandling.DomainEventMessage;
import org.springframework.stereotype.Component;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.json.JsonMapper;

/** The frames of one person's own stream. Those that can be resumed after have their event's position in the log as id. */
@Component
class DirectFrames {
    private static final String NEW_MESSAGE = "new_message";
    private static final String MESSAGE_READ = "message_read";

    private final JsonMapper json = JsonMapper.builder().build();
    private final Names names;

    DirectFrames(Names names) {
        this.names = names;
    }

    /** A message, as both of the two get it. */
    Frame sent(DirectMessageSent sent, DomainEventMessage<?> event, long position) {
        var id = new DirectMessageId(sent.conversationId(), sent.number(), event.getSequenceNumber());
        var message = DirectMessageView.sent(
                id, names.person(sent.sender()), sent.content().text(), event.getTimestamp());
        return Frame.numbered(json, NEW_MESSAGE, new Written(sent.conversationId(), message), position);
    }

    Frame read(ConversationRead read, DomainEventMessage<?> event, long position) {
        return read(read.conversationId(), read.reader(), event.getTimestamp(), position);
    }

    Frame missed(Missed missed) {
        return switch (missed) {
            case Missed.Written written ->
                Frame.numbered(
                        json, NEW_MESSAGE, new Written(written.conversation(), written.message()), written.position());
            case Missed.Read read -> read(read.conversation(), read.reader(), read.at(), read.position());
        };
    }

    Frame unread(UnreadView count) {
        return Frame.passing(json, "unread_count", count);
    }

    Frame typing(ConversationId conversation, PersonView person) {
        return Frame.passing(json, "typing", new Typing(conversation, person));
    }

    Frame closed(String reason) {
        return Frame.passing(json, "closed", new Closed(reason));
    }

    private Frame read(ConversationId conversation, UserId reader, Instant at, long position) {
        return Frame.numbered(json, MESSAGE_READ, new Seen(conversation, names.person(reader), at), position);
    }

    @JsonNaming(SnakeCaseStrategy.class)
    private record Written(ConversationId conversationId, DirectMessageView message) {}

    /** @param lastRead when they did, as the conversation's {@code last_read} */
    @JsonNaming(SnakeCaseStrategy.class)
    private record Seen(
            ConversationId conversationId,
            PersonView user,
            @Milliseconds Instant lastRead) {}

    @JsonNaming(SnakeCaseStrategy.class)
    private record Typing(ConversationId conversationId, PersonView user) {}

    private record Closed(String reason) {}
}

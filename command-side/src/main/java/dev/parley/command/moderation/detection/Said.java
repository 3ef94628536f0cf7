package dev.parley.command.moderation.detection;

import dev.parley.kernel.direct.ConversationEvent.DirectMessageSent;
import dev.parley.kernel.forum.PostId;
import dev.parley.kernel.forum.TopicEvent.PostAdded;
import dev.parley.kernel.forum.TopicEvent.PostEdited;
import dev.parley.kernel.forum.TopicEvent.TopicStarted;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.moderation.Subject;
import dev.parley.kernel.room.MessageId;
import dev.parley.kernel.room.RoomEvent.MessagePosted;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;

/**
 * Something that a person wrote where others read it.
 *
 * @param event id of the event that tells it
 * @param subject which a report of it points at; an edit does not tell where its post stands
 */
record Said(UserId author, Channel channel, String text, Optional<Subject> subject, String event, Instant at) {

    /** Where it was written: in each of them what a person writes is counted by itself. */
    enum Channel {
        CHAT,
        FORUM,
        DIRECT
    }

    /** Nothing where the event is of another kind. */
    static Optional<Said> in(DomainEventMessage<?> event) {
        return switch (event.getPayload()) {
            case MessagePosted line ->
                said(
                        event,
                        line.author(),
                        Channel.CHAT,
                        line.content().text(),
                        subject(
                                Subject.Kind.CHAT_MESSAGE,
                                new MessageId(line.roomId(), line.number(), event.getSequenceNumber()).toString()));
            case TopicStarted topic ->
                said(
                        event,
                        topic.author(),
                        Channel.FORUM,
                        topic.title().text(),
                        subject(Subject.Kind.TOPIC, topic.topicId().value()));
            case PostAdded post ->
                said(
                        event,
                        post.author(),
                        Channel.FORUM,
                        post.content().text(),
                        subject(
                                Subject.Kind.POST,
                                new PostId(post.topicId(), post.number(), event.getSequenceNumber()).toString()));
            case PostEdited edit ->
                said(event, edit.author(), Channel.FORUM, edit.content().text(), Optional.empty());
            case DirectMessageSent message ->
                said(
                        event,
                        message.sender(),
                        Channel.DIRECT,
                        message.content().text(),
                        subject(
                                Subject.Kind.CONVERSATION,
                                message.conversationId().value()));
            default -> Optional.empty();
        };
    }

    private static Optional<Said> said(
            DomainEventMessage<?> event, UserId author, Channel channel, String text, Optional<Subject> subject) {
        return Optional.of(new Said(author, channel, text, subject, event.getIdentifier(), event.getTimestamp()));
    }

    private static Optional<Subject> subject(Subject.Kind kind, String id) {
        return Optional.of(new Subject(kind, id));
    }
}

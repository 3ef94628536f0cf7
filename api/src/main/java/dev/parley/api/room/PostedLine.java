package dev.parley.api.room;

import dev.parley.api.identity.Caller;
import dev.parley.command.Outcome;
import dev.parley.command.Outcome.Recorded;
import dev.parley.kernel.room.MessageId;
import dev.parley.kernel.room.RoomEvent.MessagePosted;
import dev.parley.query.PersonView;
import dev.parley.query.room.message.MessageView;

/** A line as its author gets it, from what was recorded: no answer waits for a projection. */
public final class PostedLine {
    private PostedLine() {}

    /** @param outcome of posting the line */
    public static MessageView view(Outcome outcome, Caller author) {
        Recorded<MessagePosted> recorded = outcome.first(MessagePosted.class).orElseThrow();
        MessagePosted posted = recorded.event();
        var id = new MessageId(posted.roomId(), posted.number(), recorded.sequence());
        var person = PersonView.of(posted.author(), author.username().value());
        return MessageView.posted(id, person, posted.content().text(), recorded.at());
    }
}

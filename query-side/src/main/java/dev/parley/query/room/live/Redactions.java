package dev.parley.query.room.live;

import dev.parley.kernel.member.UserId;
import dev.parley.query.live.Frame;
import dev.parley.query.room.message.MessageView;
import tools.jackson.databind.json.JsonMapper;

/** Makes the frames of one line without its text, when they are needed. */
record Redactions(JsonMapper json, long sequence, UserId author, MessageView line) {
    Frame removed(Removal removal) {
        return Frame.numbered(json, RoomFrames.NEW_MESSAGE, line.removed(removal.by()), sequence);
    }

    Frame hidden() {
        return Frame.numbered(json, RoomFrames.NEW_MESSAGE, line.heldBack(), sequence);
    }
}

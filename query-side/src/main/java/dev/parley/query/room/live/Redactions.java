package dev.parley.query.room.live;

import dev.parley.kernel.member.UserId;
import dev.parley.query.live.Frame;
import dev.parley.query.room.message.MessageView;
import tools.jackson.databind.json.JsonMapper;

/** Makes the other frames of one line, when they are needed. */
record Redactions(JsonMapper json, long sequence, UserId author, MessageView line) {
    Frame removed(Removal removal) {
        return frame(line.removed(removal.by()));
    }

    Frame removedWithText(Removal removal) {
        return frame(line.removedWithText(removal.by()));
    }

    Frame hidden() {
        return frame(line.heldBack());
    }

    private Frame frame(MessageView view) {
        return Frame.numbered(json, RoomFrames.NEW_MESSAGE, view, sequence);
    }
}

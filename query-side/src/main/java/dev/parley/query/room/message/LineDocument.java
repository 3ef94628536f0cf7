package dev.parley.query.room.message;

import dev.parley.kernel.room.RoomId;

/**
 * How lines are stored: each under its room and number, and the head of each room under the room's id, with the number of
 * its last line and the sequence number of the room's last event that is stored.
 */
final class LineDocument {
    static final String COLLECTION = "messages";
    static final String ROOM = "room";
    static final String NUMBER = "number";
    static final String SEQUENCE = "sequence";
    static final String AUTHOR = "author";
    static final String CONTENT = "content";
    static final String AT = "at";
    static final String REMOVED_BY = "removed_by";
    static final String LAST = "last";

    private LineDocument() {}

    static String id(RoomId room, long number) {
        return room.value() + "~" + number;
    }
}

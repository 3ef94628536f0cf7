package dev.parley.query.room.participation;

import dev.parley.kernel.member.UserId;
import dev.parley.kernel.room.RoomId;

/** How it is stored that somebody takes part in a room: a document for each two, which stays when they leave. */
final class ParticipationDocument {
    static final String COLLECTION = "participations";
    static final String PERSON = "person";
    static final String ROOM = "room";
    /** Since when, or {@code null} from when they left. */
    static final String SINCE = "since";

    static final String SINCE_INSTANT = SINCE + ".value";

    private ParticipationDocument() {}

    /** No user id has a {@code ~} of its own. */
    static String id(UserId person, RoomId room) {
        return person.value() + "~" + room.value();
    }
}

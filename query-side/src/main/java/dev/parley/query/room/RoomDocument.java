package dev.parley.query.room;

import dev.parley.kernel.member.UserId;
import dev.parley.kernel.room.EntityId;
import dev.parley.kernel.room.RoomAccess.Standing;
import dev.parley.kernel.room.RoomId;
import dev.parley.kernel.room.RoomType;
import dev.parley.query.Latest;
import dev.parley.query.PersonField;
import dev.parley.query.room.RoomState.Opening;
import dev.parley.query.room.RoomState.People;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * How a room is stored: one document, whose fields for participants and timeouts have a person each. Who left stays in it
 * as somebody who is not there, so that an old event that comes again does not bring them back.
 */
final class RoomDocument {
    static final String COLLECTION = "rooms";
    static final String TYPE = "type";
    static final String ENTITY = "entity";
    static final String PUBLIC_READ = "public_read";
    static final String OPENED_AT = "opened_at";
    static final String OWNER = "owner";
    static final String PARTICIPANTS = "participants";
    static final String TIMEOUTS = "timeouts";
    static final String DISABLED = "disabled";
    static final String FINISHED = "finished";
    static final String LAST_NUMBER = "last_number";
    static final String SEQUENCE = "sequence";

    private RoomDocument() {}

    static String participant(UserId person) {
        return PARTICIPANTS + "." + PersonField.of(person);
    }

    static String timeout(UserId person) {
        return TIMEOUTS + "." + PersonField.of(person);
    }

    /** All of a room but the thousands of people in it other than the one who asks. */
    static Bson whatConcerns(UserId viewer) {
        return new Document(TYPE, 1)
                .append(ENTITY, 1)
                .append(PUBLIC_READ, 1)
                .append(OPENED_AT, 1)
                .append(OWNER, 1)
                .append(DISABLED, 1)
                .append(FINISHED, 1)
                .append(SEQUENCE, 1)
                .append(participant(viewer), 1)
                .append(timeout(viewer), 1);
    }

    static RoomState state(Document room) {
        var opening = new Opening(
                new RoomId(room.getString("_id")),
                new EntityId(room.getString(ENTITY)),
                room.getDate(OPENED_AT).toInstant());
        var standing = new Standing(
                RoomType.fromLabel(room.getString(TYPE)).orElseThrow(),
                Latest.read(room, FINISHED, Boolean.class).orElse(false),
                room.getBoolean(PUBLIC_READ),
                Latest.read(room, DISABLED, Boolean.class).orElse(false));
        long lastNumber = room.get(LAST_NUMBER, 0L);
        return new RoomState(opening, people(room), standing, lastNumber, room.getLong(SEQUENCE));
    }

    private static People people(Document room) {
        Set<UserId> owners = new HashSet<>();
        Latest.read(room, OWNER, String.class).map(UserId::new).ifPresent(owners::add);
        Set<UserId> participants = new HashSet<>();
        Document present = room.get(PARTICIPANTS, new Document());
        present.keySet().stream()
                .filter(key -> Latest.read(present, key, Boolean.class).orElse(false))
                .forEach(key -> participants.add(PersonField.person(key)));
        Map<UserId, Instant> timedOutUntil = new HashMap<>();
        Document timeouts = room.get(TIMEOUTS, new Document());
        timeouts.keySet()
                .forEach(key -> Latest.read(timeouts, key, Date.class)
                        .ifPresent(until -> timedOutUntil.put(PersonField.person(key), until.toInstant())));
        return new People(
                Collections.unmodifiableSet(owners),
                Collections.unmodifiableSet(participants),
                Collections.unmodifiableMap(timedOutUntil));
    }
}

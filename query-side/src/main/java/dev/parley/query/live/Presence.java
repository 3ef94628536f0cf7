package dev.parley.query.live;

import dev.parley.kernel.room.RoomId;
import dev.parley.query.PersonView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Who is in which room, each person once, however many connections they have and at however many nodes. */
@Component
public class Presence {
    private static final String HERE = "";

    private final Map<RoomId, Map<String, Attendee>> rooms = new HashMap<>();
    private final int limit;
    private final Outbox outbox;

    public Presence(LiveSettings settings, Outbox outbox) {
        this.limit = settings.presenceLimit();
        this.outbox = outbox;
    }

    /** @param connections how many they have to the room, by node; a node at which they have none is left out */
    private record Attendee(PersonView person, Map<String, Integer> connections) {}

    /** Whether this is news: the person's first connection anywhere, in a room that is not too full to tell. */
    public synchronized boolean comes(Seat seat) {
        Attendee attendee = attendee(seat);
        boolean first = attendee.connections().isEmpty();
        if (attendee.connections().merge(HERE, 1, Integer::sum) == 1) {
            outbox.moved(seat);
        }
        return first && isTold(seat.room());
    }

    /** Whether this is news: the person's last connection anywhere, in a room that was not too full to tell. */
    public synchronized boolean goes(Seat seat) {
        Attendee attendee = attendee(seat);
        boolean last =
                attendee.connections().computeIfPresent(HERE, (here, count) -> count == 1 ? null : count - 1) == null;
        if (last) {
            outbox.moved(seat);
        }
        return last && leaves(HERE, seat);
    }

    /** Whether it is news that somebody is there at another node. */
    synchronized boolean comes(String node, Seat seat) {
        Attendee attendee = attendee(seat);
        boolean first = attendee.connections().isEmpty();
        attendee.connections().put(node, 1);
        return first && isTold(seat.room());
    }

    /** Whether it is news that somebody is at a node no more, this or another. */
    synchronized boolean leaves(String node, Seat seat) {
        Map<String, Attendee> people = rooms.getOrDefault(seat.room(), Map.of());
        Attendee attendee = people.get(seat.person().id());
        if (attendee == null) {
            return false;
        }
        attendee.connections().remove(node);
        if (!attendee.connections().isEmpty()) {
            return false;
        }
        boolean told = isTold(seat.room());
        people.remove(seat.person().id());
        if (people.isEmpty()) {
            rooms.remove(seat.room());
        }
        return told;
    }

    /** Everybody who is in a room, at whichever node; nobody where it is too full to tell. */
    public synchronized List<PersonView> in(RoomId room) {
        Map<String, Attendee> people = rooms.getOrDefault(room, Map.of());
        return people.size() > limit
                ? List.of()
                : people.values().stream().map(Attendee::person).toList();
    }

    /** Whether somebody is there at this node. */
    synchronized boolean isHere(Seat seat) {
        Attendee attendee =
                rooms.getOrDefault(seat.room(), Map.of()).get(seat.person().id());
        return attendee != null && attendee.connections().containsKey(HERE);
    }

    /** Everybody who is at this node. */
    List<Seat> here() {
        return at(HERE);
    }

    /** Everybody who is at a node. */
    synchronized List<Seat> at(String node) {
        List<Seat> seats = new ArrayList<>();
        rooms.forEach((room, people) -> people.values().stream()
                .filter(attendee -> attendee.connections().containsKey(node))
                .forEach(attendee -> seats.add(new Seat(room, attendee.person()))));
        return seats;
    }

    private Attendee attendee(Seat seat) {
        return rooms.computeIfAbsent(seat.room(), room -> new HashMap<>())
                .computeIfAbsent(seat.person().id(), id -> new Attendee(seat.person(), new HashMap<>()));
    }

    private boolean isTold(RoomId room) {
        return rooms.get(room).size() <= limit;
    }
}

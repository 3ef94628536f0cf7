package dev.parley.query.live;

import dev.parley.kernel.room.RoomId;
import dev.parley.query.PersonView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Who is in which room, each person once, however many connections they have and at however many nodes. Listeners are told
 * before anybody else can come or go, so that what they hear is in the order in which it happened.
 */
@Component
public class Presence {
    private static final String HERE = "";

    private final Map<RoomId, Map<String, Attendee>> rooms = new HashMap<>();
    private final List<PresenceListener> listeners = new ArrayList<>();
    private final int limit;
    private final Outbox outbox;

    public Presence(LiveSettings settings, Outbox outbox) {
        this.limit = settings.presenceLimit();
        this.outbox = outbox;
    }

    /** @param connections how many they have to the room, by node; a node at which they have none is left out */
    private record Attendee(PersonView person, Map<String, Integer> connections) {}

    /** Has the listener told of all that happens from now on. */
    public synchronized void tell(PresenceListener listener) {
        listeners.add(listener);
    }

    /** Somebody has one more connection to a room here. */
    public synchronized void comes(Seat seat) {
        Map<String, Integer> connections = connections(seat);
        boolean first = connections.isEmpty();
        if (connections.merge(HERE, 1, Integer::sum) == 1) {
            outbox.moved(seat);
        }
        if (first) {
            joined(seat);
        }
    }

    /** Somebody has one connection to a room less here. */
    public synchronized void goes(Seat seat) {
        if (connections(seat).computeIfPresent(HERE, (here, count) -> count == 1 ? null : count - 1) == null) {
            outbox.moved(seat);
            leaves(HERE, seat);
        }
    }

    /** Somebody is there at another node. */
    synchronized void comes(String node, Seat seat) {
        Map<String, Integer> connections = connections(seat);
        boolean first = connections.isEmpty();
        connections.put(node, 1);
        if (first) {
            joined(seat);
        }
    }

    /** Somebody is at a node no more, this or another. */
    synchronized void leaves(String node, Seat seat) {
        Map<String, Attendee> people = rooms.getOrDefault(seat.room(), Map.of());
        Attendee attendee = people.get(seat.person().id());
        if (attendee == null) {
            return;
        }
        attendee.connections().remove(node);
        if (attendee.connections().isEmpty()) {
            people.remove(seat.person().id());
            left(seat, people.size());
        }
        if (people.isEmpty()) {
            rooms.remove(seat.room());
        }
    }

    private void joined(Seat seat) {
        int size = rooms.get(seat.room()).size();
        if (size <= limit) {
            listeners.forEach(listener -> listener.joined(seat));
        } else if (size == limit + 1) {
            listed(seat.room());
        }
    }

    private void left(Seat seat, int remaining) {
        if (remaining < limit) {
            listeners.forEach(listener -> listener.left(seat));
        } else if (remaining == limit) {
            listed(seat.room());
        }
    }

    /** Where the limit was passed, in place of who passed it: what listeners had is of no more use, or they had nothing. */
    private void listed(RoomId room) {
        List<PersonView> present = in(room);
        listeners.forEach(listener -> listener.listed(room, present));
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

    private Map<String, Integer> connections(Seat seat) {
        return rooms.computeIfAbsent(seat.room(), room -> new HashMap<>())
                .computeIfAbsent(seat.person().id(), id -> new Attendee(seat.person(), new HashMap<>()))
                .connections();
    }
}

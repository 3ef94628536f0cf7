package dev.parley.query.live;

/** Is told who comes to rooms and who leaves them, one thing after the other: it must return at once. */
public interface PresenceListener {
    /** Somebody is in a room who was there at no node before. */
    void joined(Seat seat);

    /** Somebody is in a room at no node any more. */
    void left(Seat seat);
}

package dev.parley.query.room.live;

import dev.parley.kernel.Rejection;

/**
 * Why a stream was ended by the server.
 *
 * @param reason as clients get it: the name of the rule, or one of those below
 */
public record Ending(String reason) {
    /** More waited for the connection than its buffer holds: come back with the last id. */
    public static final Ending SLOW_CONSUMER = new Ending("slow-consumer");
    /** The node stops: come back, and another one answers. */
    public static final Ending GOING_AWAY = new Ending("going-away");
    /** The token that the stream was opened with is no longer good. */
    public static final Ending TOKEN_EXPIRED = new Ending("token-expired");
    /** The account of the person is closed. */
    public static final Ending BANNED = refused(Rejection.ACCOUNT_BAN);
    /** What was missed cannot be read at the moment: come back with the last id. */
    public static final Ending INTERRUPTED = new Ending("interrupted");

    /** The person may not read the room any more. */
    static Ending refused(Rejection rule) {
        return new Ending(rule.label());
    }
}

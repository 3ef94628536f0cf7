package dev.parley.api.live;

import org.springframework.web.reactive.socket.CloseStatus;

/** Why the server closes a WebSocket: code and reason of the close frame. */
final class Closing {
    static final CloseStatus GOING_AWAY = CloseStatus.GOING_AWAY.withReason("going-away");
    static final CloseStatus BINARY = CloseStatus.NOT_ACCEPTABLE.withReason("text-frames-only");
    static final CloseStatus TOO_BIG = CloseStatus.TOO_BIG_TO_PROCESS.withReason("frame-too-large");
    static final CloseStatus FLOODING = CloseStatus.POLICY_VIOLATION.withReason("too-many-frames");
    static final CloseStatus UNAUTHENTICATED = new CloseStatus(4001, "unauthenticated");
    static final CloseStatus TOKEN_EXPIRED = new CloseStatus(4001, "token-expired");
    /** The latest token says other roles than the one before: connect again with it. */
    static final CloseStatus ROLES_CHANGED = new CloseStatus(4001, "roles-changed");
    /** More waited for the client than is kept for it: come back with the last id of each room. */
    static final CloseStatus SLOW_CONSUMER = new CloseStatus(4008, "slow-consumer");
    /** The person holds as many streams and sockets open as one may. */
    static final CloseStatus TOO_MANY_CONNECTIONS = new CloseStatus(4029, "too-many-connections");
    /** The account is closed. */
    static final CloseStatus BANNED = new CloseStatus(4003, "account-ban");
    /** No sign of life came for two pings. */
    static final CloseStatus SILENT = new CloseStatus(4009, "no-sign-of-life");

    private Closing() {}
}

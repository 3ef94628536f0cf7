package dev.parley.api.problem;

import java.util.Locale;

/**
 * What can be wrong with a request beside the rules of {@link dev.parley.kernel.Rejection}. Names, in lower case with
 * hyphens, are public API.
 */
public enum ProblemType {
    /** The request is not one that this route could understand. */
    MALFORMED_REQUEST(400),
    MALFORMED_JSON(400),
    /** A field that the route does not know: most often a misspelt one. */
    UNKNOWN_FIELD(400),
    /** A WebSocket frame of a type that the server does not know. */
    UNKNOWN_FRAME(400),
    /** No token came with the request. */
    UNAUTHENTICATED(401),
    /** A token came that is expired, foreign, garbled or names nobody. */
    INVALID_TOKEN(401),
    /** Pages of this origin are not let in. */
    FOREIGN_ORIGIN(403),
    /** The server is asked under a name that may lead to it by somebody else's doing. */
    FOREIGN_HOST(403),
    /** The route is for other roles. */
    FORBIDDEN(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    /** The socket has not joined the room that the frame is about. */
    NOT_JOINED(409),
    /** The socket has joined as many rooms as one may. */
    TOO_MANY_ROOMS(409),
    BODY_TOO_LARGE(413),
    ADDRESS_TOO_LONG(414),
    UNSUPPORTED_MEDIA_TYPE(415),
    /** A field is missing, of another type, or out of its bounds. */
    INVALID_VALUE(422),
    /** More requests than the caller's budget allows. */
    TOO_MANY_REQUESTS(429),
    /** The person holds as many streams and sockets open as one may. */
    TOO_MANY_CONNECTIONS(429),
    HEADERS_TOO_LARGE(431),
    INTERNAL_ERROR(500),
    /** The read model has not reached the position that was asked for. */
    NOT_YET(503),
    STORE_UNAVAILABLE(503),
    /** As much is under way as the server can go on with. */
    OVERLOADED(503),
    /** The keys that tokens are checked with cannot be had. */
    IDENTITY_PROVIDER_UNAVAILABLE(503);

    private final int status;

    ProblemType(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    /** The last part of its address: {@code NOT_YET} is {@code not-yet}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

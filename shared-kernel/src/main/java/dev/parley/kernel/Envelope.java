package dev.parley.kernel;

/** Keys of the metadata that every event carries: who did it in which role, why, and what it followed from. */
public final class Envelope {
    /** Id of the person or service that acted; {@code system} for what the server does by itself. */
    public static final String ACTOR = "actor";
    /** Strongest role of the actor, in lower case. */
    public static final String ROLE = "role";
    /** Why a moderator acted. */
    public static final String REASON = "reason";
    /** Id of the command that this event came of. */
    public static final String COMMAND = "command";
    /** Id of the request that began it all: equal in everything that followed. */
    public static final String CORRELATION = "correlation";
    /** Id of what the command directly followed from: of the request, or of the event that the server reacted to. */
    public static final String CAUSATION = "causation";
    /** Digest of an idempotent request, so that its key is not used for another. */
    public static final String REQUEST = "request";

    private Envelope() {}
}

package dev.parley.kernel.moderation;

import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.Rejection;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What moderators see the whole history of: the events of one stream each. */
public enum StreamKind {
    ROOM("Room", Rejection.UNKNOWN_ROOM),
    CONVERSATION("Conversation", Rejection.UNKNOWN_CONVERSATION),
    TOPIC("Topic", Rejection.UNKNOWN_TOPIC),
    /** The file of all cases of one kind about one person; also found by the id of a case or a report in it. */
    CASE("CaseFile", Rejection.UNKNOWN_CASE) {
        @Override
        public String stream(String id) {
            String[] parts = id.split("~", FILE_PARTS + 1);
            return parts.length <= FILE_PARTS ? id : String.join("~", parts[0], parts[1], parts[2]);
        }
    },
    MEMBER("Member", Rejection.UNKNOWN_USER),
    /** Whom one person follows and blocks, by the id of that person. */
    RELATION("Relations", "relations~", Rejection.UNKNOWN_USER),
    CATEGORY("Category", "category~", Rejection.UNKNOWN_CATEGORY),
    CLASSROOM("Classroom", "class~", Rejection.UNKNOWN_CLASS),
    APPEAL("Appeal", Rejection.UNKNOWN_APPEAL),
    /** What operators asked of one projection. */
    PROJECTION("ProjectionControl", "projection~", Rejection.UNKNOWN_PROJECTION),
    /** Which moderators looked at one conversation, by the id of that conversation. */
    LOOK("Looks", "look~", Rejection.UNKNOWN_CONVERSATION),
    /** What one admin took out of the log with names and texts, by the id of that admin. */
    EXPORT("Exports", "exports~", Rejection.UNKNOWN_USER);

    private static final int FILE_PARTS = 3;
    private static final String REPORT = "report";

    private final String aggregate;
    private final String prefix;
    private final Rejection unknown;

    StreamKind(String aggregate, Rejection unknown) {
        this(aggregate, "", unknown);
    }

    StreamKind(String aggregate, String prefix, Rejection unknown) {
        this.aggregate = aggregate;
        this.prefix = prefix;
        this.unknown = unknown;
    }

    /** @throws InvalidValue if no kind is called so */
    public static StreamKind of(String label) {
        return Stream.of(values())
                .filter(kind -> kind.label().equals(label) || kind == CASE && label.equals(REPORT))
                .findFirst()
                .orElseThrow(() -> new InvalidValue(
                        "kind",
                        "one of "
                                + String.join(
                                        ", ",
                                        Arrays.stream(values())
                                                .map(StreamKind::label)
                                                .toList())));
    }

    /** The kind whose streams are of this type in the log, if their history is shown. */
    public static Optional<StreamKind> ofAggregate(String type) {
        return Stream.of(values()).filter(kind -> kind.aggregate.equals(type)).findFirst();
    }

    /** As the API spells it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The stream of the one that the API names so. */
    public String stream(String id) {
        return id.startsWith(prefix) ? id : prefix + id;
    }

    /** How the API names the one of this stream. */
    public String id(String stream) {
        return stream.startsWith(prefix) ? stream.substring(prefix.length()) : stream;
    }

    /** Whether this is about a person, whose username is also good as an id. */
    public boolean isOfPerson() {
        return this == MEMBER || this == RELATION || this == EXPORT;
    }

    /** What is said where there is none with this id. */
    public Rejection unknown() {
        return unknown;
    }
}

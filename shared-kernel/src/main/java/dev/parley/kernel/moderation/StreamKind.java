package dev.parley.kernel.moderation;

import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.UserId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What moderators see the whole history of: the events of one stream each, but for those about themselves. */
public enum StreamKind {
    ROOM("Room", Rejection.UNKNOWN_ROOM),
    CONVERSATION("Conversation", Rejection.UNKNOWN_CONVERSATION),
    TOPIC("Topic", Rejection.UNKNOWN_TOPIC),
    /** The file of all cases of one kind about one person; also found by the id of a case or a report in it. */
    CASE(
            "CaseFile",
            "",
            Rejection.UNKNOWN_CASE,
            file -> Stream.of(CaseFileId.parse(file).reported())) {
        @Override
        public String stream(String id) {
            String[] parts = id.split("~", FILE_PARTS + 1);
            return parts.length <= FILE_PARTS ? id : String.join("~", parts[0], parts[1], parts[2]);
        }
    },
    MEMBER("Member", "", Rejection.UNKNOWN_USER, id -> Stream.of(new UserId(id))),
    /** Whom one person follows and blocks, by the id of that person. */
    RELATION("Relations", "relations~", Rejection.UNKNOWN_USER, StreamKind::nobody),
    CATEGORY("Category", "category~", Rejection.UNKNOWN_CATEGORY, StreamKind::nobody),
    CLASSROOM("Classroom", "class~", Rejection.UNKNOWN_CLASS, StreamKind::nobody),
    APPEAL(
            "Appeal",
            "",
            Rejection.UNKNOWN_APPEAL,
            id -> Stream.of(AppealId.parse(id).action().member())),
    /** What operators asked of one projection. */
    PROJECTION("ProjectionControl", "projection~", Rejection.UNKNOWN_PROJECTION, StreamKind::nobody),
    /** Which moderators looked at one conversation, by the id of that conversation. */
    LOOK(
            "Looks",
            "look~",
            Rejection.UNKNOWN_CONVERSATION,
            id -> LookId.parse(id).conversation().people()),
    /** What one admin took out of the log with names and texts, by the id of that admin. */
    EXPORT("Exports", "exports~", Rejection.UNKNOWN_USER, StreamKind::nobody);

    private static final int FILE_PARTS = 3;
    private static final String REPORT = "report";

    private final String aggregate;
    private final String prefix;
    private final Rejection unknown;
    private final Function<String, Stream<UserId>> concerned;

    StreamKind(String aggregate, Rejection unknown) {
        this(aggregate, "", unknown, StreamKind::nobody);
    }

    StreamKind(String aggregate, String prefix, Rejection unknown, Function<String, Stream<UserId>> concerned) {
        this.aggregate = aggregate;
        this.prefix = prefix;
        this.unknown = unknown;
        this.concerned = concerned;
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
        return Stream.of(values()).filter(kind -> kind.isOf(type)).findFirst();
    }

    /** Whether the streams of this kind are of this type in the log. */
    public boolean isOf(String type) {
        return aggregate.equals(type);
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

    /**
     * Whom the stream is about, in what moderators do: they are not shown it, whatever their role. Nobody where the name
     * is none of this kind's.
     */
    public Set<UserId> concerned(String stream) {
        try {
            return concerned.apply(stream).collect(Collectors.toUnmodifiableSet());
        } catch (InvalidValue none) {
            return Set.of();
        }
    }

    /** Whether this is about a person, whose username is also good as an id. */
    public boolean isOfPerson() {
        return this == MEMBER || this == RELATION || this == EXPORT;
    }

    /** What is said where there is none with this id. */
    public Rejection unknown() {
        return unknown;
    }

    private static Stream<UserId> nobody(String stream) {
        return Stream.empty();
    }
}

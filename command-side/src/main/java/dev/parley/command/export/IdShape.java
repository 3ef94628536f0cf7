package dev.parley.command.export;

import dev.parley.kernel.activity.ActivityId;
import dev.parley.kernel.classroom.ClassId;
import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.forum.CategoryId;
import dev.parley.kernel.forum.PostId;
import dev.parley.kernel.forum.TopicId;
import dev.parley.kernel.member.ActionId;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.member.Username;
import dev.parley.kernel.member.UsernameId;
import dev.parley.kernel.moderation.AppealId;
import dev.parley.kernel.moderation.CaseId;
import dev.parley.kernel.operations.LetterId;
import dev.parley.kernel.operations.ProjectionName;
import dev.parley.kernel.room.EntityId;
import dev.parley.kernel.room.NotesId;
import dev.parley.kernel.room.RoomId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * An id as text. One that is made of others is told by what stands for these, so that what belongs together still does.
 *
 * @param pattern of the text under pseudonyms
 */
record IdShape<T>(Class<T> type, BiFunction<T, Disclosure, String> text, String pattern) implements Shape {
    private static final String PERSON = Pseudonymous.PERSON_PATTERN;
    private static final String THING = Pseudonymous.PATTERN;
    private static final String NUMBER = "\\d+";
    private static final String JOINT = "~";

    private static final List<IdShape<?>> ALL = List.of(
            new IdShape<>(UserId.class, (id, how) -> how.person(id), PERSON),
            new IdShape<>(Username.class, (name, how) -> how.username(name.value()), THING),
            new IdShape<>(
                    UsernameId.class,
                    (id, how) -> joined("username", how.username(part(id, 1))),
                    joined("username", THING)),
            new IdShape<>(EntityId.class, (id, how) -> how.thing("entity", id.value()), THING),
            new IdShape<>(
                    RoomId.class,
                    (id, how) -> joined(part(id, 0), how.thing("entity", part(id, 1))),
                    joined("[a-z]+", THING)),
            new IdShape<>(
                    NotesId.class,
                    (id, how) -> joined("notes", how.person(new UserId(part(id, 1))), how.thing("entity", part(id, 2))),
                    joined("notes", PERSON, THING)),
            new IdShape<>(ConversationId.class, IdShape::conversation, joined("dm", PERSON, PERSON)),
            new IdShape<>(CategoryId.class, (id, how) -> id.slug(), "[a-z0-9-]+"),
            new IdShape<>(ProjectionName.class, (id, how) -> id.value(), "[a-z0-9-]+"),
            new IdShape<>(LetterId.class, (id, how) -> id.toString(), "\\d+-\\d+"),
            new IdShape<>(TopicId.class, IdShape::topic, joined("topic", THING)),
            new IdShape<>(
                    PostId.class,
                    (id, how) -> joined(topic(id.topic(), how), id.number(), id.sequence()),
                    joined("topic", THING, NUMBER, NUMBER)),
            new IdShape<>(ActionId.class, IdShape::action, joined("action", PERSON, NUMBER)),
            new IdShape<>(
                    AppealId.class,
                    (id, how) -> joined("appeal", action(id.action(), how)),
                    joined("appeal", "action", PERSON, NUMBER)),
            new IdShape<>(
                    CaseId.class,
                    (id, how) -> joined(
                            "case",
                            id.file().kind().label(),
                            how.person(id.file().reported()),
                            id.number()),
                    joined("case", "[a-z]+", PERSON, NUMBER)),
            new IdShape<>(ClassId.class, (id, how) -> how.thing("class", id.value()), THING),
            new IdShape<>(
                    ActivityId.class,
                    (id, how) -> joined("activity", how.thing("activity", part(id, 1))),
                    joined("activity", THING)));

    private static final Map<Class<?>, Shape> BY_TYPE =
            ALL.stream().collect(Collectors.toUnmodifiableMap(IdShape::type, shape -> shape));

    static Optional<Shape> of(Class<?> type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    @Override
    public Object json(Object value, Disclosure disclosure) {
        return text.apply(type.cast(value), disclosure);
    }

    @Override
    public Map<String, Object> schema(Detail detail) {
        return switch (detail) {
            case PSEUDONYMOUS -> Map.of("type", "string", "pattern", "^" + pattern + "$");
            case NAMED -> Map.of("type", "string");
        };
    }

    /** In the order of what stands for the two: that of their ids would say something of these. */
    private static String conversation(ConversationId id, Disclosure how) {
        return id.people().map(how::person).sorted().collect(Collectors.joining(JOINT, "dm" + JOINT, ""));
    }

    private static String topic(TopicId id, Disclosure how) {
        return joined("topic", how.thing("topic", part(id, 1)));
    }

    private static String action(ActionId id, Disclosure how) {
        return joined("action", how.person(id.member()), id.number());
    }

    private static String joined(Object... parts) {
        return List.of(parts).stream().map(Object::toString).collect(Collectors.joining(JOINT));
    }

    /** Of an id whose text has its parts joined. */
    private static String part(Object id, int index) {
        return id.toString().split(JOINT)[index];
    }
}

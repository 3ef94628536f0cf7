package dev.parley.command.export;

import dev.parley.kernel.PersonalText;
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
import dev.parley.kernel.moderation.CaseFileId;
import dev.parley.kernel.moderation.CaseId;
import dev.parley.kernel.moderation.CaseKind;
import dev.parley.kernel.operations.LetterId;
import dev.parley.kernel.operations.ProjectionName;
import dev.parley.kernel.room.EntityId;
import dev.parley.kernel.room.NotesId;
import dev.parley.kernel.room.RoomId;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One of each event, made of values that are found again wherever they come out. The slug of a category has no mark. */
final class MarkedEvents {
    /** Stands in all that names people or things, and in all that anybody wrote, in some case. */
    static final String MARK = "marker";
    /** Stands in what has no room for that. */
    static final String NUMBER_MARK = "feedface";

    static final UserId ANN = new UserId("marker-ann");
    private static final UserId BEN = new UserId("marker-ben");
    private static final Username NAME = new Username("MarkerAnn");
    private static final EntityId TEAM = new EntityId("marker-team");
    private static final TopicId TOPIC = new TopicId("topic~feedface-0000-0000-0000-feedfacefeed");
    private static final ActionId ACTION = new ActionId(ANN, 1);

    private static final Map<Class<?>, Object> VALUES = Map.ofEntries(
            Map.entry(UserId.class, ANN),
            Map.entry(Username.class, NAME),
            Map.entry(UsernameId.class, UsernameId.of(NAME)),
            Map.entry(EntityId.class, TEAM),
            Map.entry(RoomId.class, new RoomId("team~" + TEAM)),
            Map.entry(NotesId.class, NotesId.of(ANN, TEAM)),
            Map.entry(ConversationId.class, ConversationId.of(ANN, BEN)),
            Map.entry(CategoryId.class, new CategoryId("general")),
            Map.entry(ProjectionName.class, new ProjectionName("rooms")),
            Map.entry(LetterId.class, new LetterId(1, 42)),
            Map.entry(TopicId.class, TOPIC),
            Map.entry(PostId.class, new PostId(TOPIC, 1, 1)),
            Map.entry(ActionId.class, ACTION),
            Map.entry(AppealId.class, new AppealId(ACTION)),
            Map.entry(CaseId.class, new CaseId(new CaseFileId(CaseKind.CONDUCT, ANN), 1)),
            Map.entry(ClassId.class, new ClassId("marker-class")),
            Map.entry(ActivityId.class, new ActivityId("activity~marker-blog")),
            Map.entry(PersonalText.class, new PersonalText(ANN, "marker text")),
            Map.entry(String.class, "marker words"),
            Map.entry(Instant.class, Instant.parse("2026-03-01T12:00:00Z")),
            Map.entry(LocalDate.class, LocalDate.parse("2026-03-01")),
            Map.entry(long.class, 1L),
            Map.entry(int.class, 1),
            Map.entry(boolean.class, true));

    private MarkedEvents() {}

    static List<Object> all() {
        return EventTypes.byName().values().stream().map(MarkedEvents::of).toList();
    }

    private static Object of(Type type) {
        if (type instanceof ParameterizedType several) {
            Object one = of(several.getActualTypeArguments()[0]);
            return several.getRawType() == Optional.class ? Optional.of(one) : List.of(one);
        }
        Class<?> single = (Class<?>) type;
        if (VALUES.containsKey(single)) {
            return VALUES.get(single);
        }
        return single.isEnum() ? single.getEnumConstants()[0] : record(single);
    }

    private static Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(components)
                .map(component -> of(component.getGenericType()))
                .toArray();
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(type + " cannot be made", e);
        }
    }
}

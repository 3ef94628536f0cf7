package dev.parley.command.export;

import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.activity.ActivityReported;
import dev.parley.kernel.classroom.ClassroomEvent;
import dev.parley.kernel.direct.ConversationEvent;
import dev.parley.kernel.export.ExportEvent;
import dev.parley.kernel.forum.CategoryEvent;
import dev.parley.kernel.forum.ContributionEvent;
import dev.parley.kernel.forum.ReactionEvent;
import dev.parley.kernel.forum.TopicEvent;
import dev.parley.kernel.forum.TopicViewed;
import dev.parley.kernel.member.MemberEvent;
import dev.parley.kernel.member.UsernameEvent;
import dev.parley.kernel.moderation.AppealEvent;
import dev.parley.kernel.moderation.CaseEvent;
import dev.parley.kernel.moderation.LookEvent;
import dev.parley.kernel.moderation.ReporterEvent;
import dev.parley.kernel.operations.ProjectionEvent;
import dev.parley.kernel.relations.RelationsEvent;
import dev.parley.kernel.room.NotesEvent;
import dev.parley.kernel.room.RoomEvent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every type of event, by the name that exports and the audit give it. */
final class EventTypes {
    private static final List<Class<?>> FAMILIES = List.of(
            ActivityReported.class,
            AppealEvent.class,
            CaseEvent.class,
            CategoryEvent.class,
            ProjectionEvent.class,
            ClassroomEvent.class,
            ContributionEvent.class,
            ConversationEvent.class,
            ExportEvent.class,
            LookEvent.class,
            MemberEvent.class,
            NotesEvent.class,
            ReactionEvent.class,
            RelationsEvent.class,
            ReporterEvent.class,
            RoomEvent.class,
            TopicEvent.class,
            TopicViewed.class,
            UsernameEvent.class);

    private static final Map<String, Class<?>> BY_NAME = FAMILIES.stream()
            .flatMap(family -> family.isSealed() ? Stream.of(family.getPermittedSubclasses()) : Stream.of(family))
            .collect(Collectors.toMap(
                    Class::getSimpleName,
                    type -> type,
                    (one, other) -> {
                        throw new IllegalStateException(one + " and " + other + " have one name");
                    },
                    TreeMap::new));

    private EventTypes() {}

    /** In the order of their names. */
    static Map<String, Class<?>> byName() {
        return BY_NAME;
    }

    /** @throws InvalidValue if no event is called so */
    static void requireKnown(Collection<String> names) {
        InvalidValue.unless(BY_NAME.keySet().containsAll(names), "types", "names of events, such as MessagePosted");
    }
}

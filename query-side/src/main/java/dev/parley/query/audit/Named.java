package dev.parley.query.audit;

import dev.parley.kernel.PersonalText;
import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.member.UserId;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The people whom an event names, in whatever field: also within ids, lists and what it is made of. */
final class Named {
    private static final ClassValue<List<RecordComponent>> COMPONENTS = new ClassValue<>() {
        @Override
        protected List<RecordComponent> computeValue(Class<?> type) {
            return List.of(type.getRecordComponents());
        }
    };

    private final Set<UserId> people = new LinkedHashSet<>();

    private Named() {}

    static Set<UserId> in(Object event) {
        var named = new Named();
        named.collect(event);
        return named.people;
    }

    private void collect(Object value) {
        switch (value) {
            case UserId person -> people.add(person);
            case ConversationId conversation -> conversation.people().forEach(people::add);
            case PersonalText text -> {} // its owner wrote it, and is named beside it
            case Optional<?> some -> some.ifPresent(this::collect);
            case Iterable<?> several -> several.forEach(this::collect);
            case Record made -> COMPONENTS.get(made.getClass()).forEach(part -> collect(valueOf(part, made)));
            default -> {}
        }
    }

    private static Object valueOf(RecordComponent part, Record made) {
        try {
            return part.getAccessor().invoke(made);
        } catch (ReflectiveOperationException hidden) {
            throw new IllegalStateException(made.getClass() + " cannot be read", hidden);
        }
    }
}

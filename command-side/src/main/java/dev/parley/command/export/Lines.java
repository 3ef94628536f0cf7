package dev.parley.command.export;

import dev.parley.command.export.ObjectShape.Field;
import dev.parley.command.log.LogPages.Entry;
import dev.parley.kernel.Envelope;
import dev.parley.kernel.direct.ConversationEvent;
import dev.parley.kernel.forum.ContributionEvent;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.room.NotesEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How an export tells one event, and the JSON Schema of that. */
final class Lines {
    private static final String PAYLOAD = "payload";
    private static final String TYPE = "type";
    private static final String REFERENCE = "#/$defs/";

    private static final Shape CURSOR = new Shape.Plain(Map.of("type", "string", "pattern", "^\\d{1,18}$"));
    private static final Shape NAME = new Shape.Plain(Map.of("type", "string", "pattern", "^[A-Z][A-Za-z]*$"));
    private static final Shape EVENT = Shapes.EVENT.optional();

    private static final ObjectShape STREAM = new ObjectShape(List.of(
            new Field<Entry>("kind", line -> line.event().getType(), NAME),
            new Field<Entry>("id", line -> line.event().getAggregateIdentifier(), Shapes.STREAM)));

    private static final ObjectShape HEAD = new ObjectShape(List.of(
            new Field<Entry>("cursor", line -> Long.toString(line.position()), CURSOR),
            new Field<Entry>("id", line -> line.event().getIdentifier(), Shapes.EVENT),
            new Field<Entry>(TYPE, line -> line.event().getPayloadType().getSimpleName(), NAME),
            new Field<Entry>("at", line -> line.event().getTimestamp(), Shapes.INSTANT),
            new Field<Entry>("stream", line -> line, STREAM),
            new Field<Entry>("sequence", line -> line.event().getSequenceNumber(), Shapes.INTEGER),
            new Field<Entry>("actor", Lines::actor, Shapes.of(UserId.class)),
            new Field<Entry>("role", Lines::role, Shapes.of(Role.class).optional()),
            new Field<Entry>("reason", line -> of(line, Envelope.REASON), Shapes.WORDS.optional()),
            new Field<Entry>("command", line -> of(line, Envelope.COMMAND), EVENT),
            new Field<Entry>("correlation", line -> of(line, Envelope.CORRELATION), EVENT),
            new Field<Entry>("causation", line -> of(line, Envelope.CAUSATION), EVENT)));

    private static final Map<Class<?>, ObjectShape> PAYLOADS =
            EventTypes.byName().values().stream().collect(Collectors.toMap(type -> type, Shapes::ofRecord));

    private static final ObjectShape NOTHING = new ObjectShape(List.of());

    private Lines() {}

    /** Of an event that only a newer server knows, no payload. */
    static Map<String, Object> json(Entry line, Disclosure disclosure) {
        Map<String, Object> json = HEAD.json(line, disclosure);
        Object event = line.event().getPayload();
        json.put(PAYLOAD, payload(event, Set.of(), isPrivate(event) ? disclosure.inPrivate() : disclosure));
        return json;
    }

    /** What people write to each other, or for themselves, and what follows from their texts alone. */
    private static boolean isPrivate(Object event) {
        return event instanceof ConversationEvent || event instanceof NotesEvent || event instanceof ContributionEvent;
    }

    /** @param without fields that are left out */
    static Map<String, Object> payload(Object event, Set<String> without, Disclosure disclosure) {
        return PAYLOADS.getOrDefault(event.getClass(), NOTHING).without(without).json(event, disclosure);
    }

    /** Of a line of any type, as JSON Schema 2020-12. */
    static Map<String, Object> schema(Detail detail) {
        Map<String, Object> types = new LinkedHashMap<>();
        EventTypes.byName().forEach((name, type) -> types.put(name, schema(name, PAYLOADS.get(type), detail)));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "A line of an export");
        schema.put(
                "oneOf",
                types.keySet().stream()
                        .map(name -> Map.of("$ref", REFERENCE + name))
                        .toList());
        schema.put("$defs", types);
        return schema;
    }

    private static Map<String, Object> schema(String name, Shape payload, Detail detail) {
        List<Field<?>> fields = new ArrayList<>(HEAD.fields());
        fields.replaceAll(field -> field.name().equals(TYPE)
                ? new Field<Entry>(TYPE, line -> name, new Shape.Plain(Map.of("const", name)))
                : field);
        fields.add(new Field<Entry>(PAYLOAD, line -> line.event().getPayload(), payload));
        return new ObjectShape(fields).schema(detail);
    }

    private static UserId actor(Entry line) {
        return of(line, Envelope.ACTOR).map(UserId::new).orElse(UserId.SYSTEM);
    }

    private static Optional<Role> role(Entry line) {
        return of(line, Envelope.ROLE)
                .flatMap(label -> Arrays.stream(Role.values())
                        .filter(role -> role.label().equals(label))
                        .findFirst());
    }

    private static Optional<String> of(Entry line, String key) {
        return Optional.ofNullable((String) line.event().getMetaData().get(key));
    }
}

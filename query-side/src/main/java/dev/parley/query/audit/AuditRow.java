package dev.parley.query.audit;

import dev.parley.kernel.member.UserId;
import dev.parley.kernel.moderation.StreamKind;
import dev.parley.query.PersonView;
import dev.parley.query.audit.AuditRowView.Cause;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** One document of the index, with what it leaves out. */
record AuditRow(JsonNode hit) {
    private static final UserId NOBODY = UserId.SYSTEM;

    String event() {
        return hit.path("_id").asString();
    }

    long position() {
        return hit.at("/_source/" + AuditIndex.POSITION).asLong();
    }

    Stream<UserId> people() {
        return Stream.concat(Stream.of(actor()), subjects().stream());
    }

    AuditRowView view(Map<UserId, PersonView> people, List<String> effects) {
        Optional<StreamKind> kind = StreamKind.ofAggregate(field(AuditIndex.AGGREGATE));
        String stream = field(AuditIndex.STREAM);
        String id = kind.map(known -> known.id(stream)).orElse(stream);
        return new AuditRowView(
                event(),
                position(),
                Instant.ofEpochMilli(hit.at("/_source/" + AuditIndex.AT).asLong()),
                field(AuditIndex.TYPE),
                kind.map(StreamKind::label).orElseGet(this::ownKind),
                id,
                people.get(actor()),
                field(AuditIndex.ROLE),
                field(AuditIndex.REASON),
                orElse(AuditIndex.COMMAND, event()),
                field(AuditIndex.CORRELATION),
                subjects().stream().map(people::get).toList(),
                cause(),
                effects,
                kind.map(known -> address(known, id)).orElse(null));
    }

    /** By the server itself, where nobody is named. */
    private UserId actor() {
        return new UserId(orElse(AuditIndex.ACTOR, NOBODY.value()));
    }

    private List<UserId> subjects() {
        List<UserId> subjects = new ArrayList<>();
        hit.at("/_source/" + AuditIndex.SUBJECTS).forEach(person -> subjects.add(new UserId(person.asString())));
        return subjects;
    }

    private Cause cause() {
        String event = field(AuditIndex.CAUSATION);
        return event.isEmpty() ? new Cause("request", field(AuditIndex.CORRELATION)) : new Cause("event", event);
    }

    private String ownKind() {
        return field(AuditIndex.AGGREGATE).replaceAll("(?<=.)(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    private static String address(StreamKind kind, String id) {
        String encoded = URLEncoder.encode(id, StandardCharsets.UTF_8).replace("%7E", "~");
        return "/api/mod/history/" + kind.label() + "/" + encoded + "/";
    }

    private String orElse(String field, String otherwise) {
        String value = field(field);
        return value.isEmpty() ? otherwise : value;
    }

    private String field(String name) {
        return hit.at("/_source/" + name).asString("");
    }
}

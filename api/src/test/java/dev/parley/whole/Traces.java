package dev.parley.whole;

import dev.parley.kernel.direct.ConversationEvent.DirectMessageSent;
import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.forum.TopicEvent.PostErased;
import dev.parley.kernel.forum.TopicEvent.PostRemoved;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.relations.RelationsId;
import dev.parley.query.PersonField;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.bson.Document;

/**
 * Follows what rows of the read models say of the events that set them: a place in a stream, a position in the log, or an
 * event's id; a row that lists others says so by naming these.
 */
final class Traces {
    /** Places that no event has stand for the end of a post: what was there is gone, and nothing else takes its place. */
    private static final long BEYOND = Long.MAX_VALUE / 2;

    /** Is said of every event. */
    private static final String ANYTHING = "";

    private final Map<String, DomainEventMessage<?>> byPlace = new HashMap<>();
    private final Map<Long, DomainEventMessage<?>> byPosition = new HashMap<>();
    private final Map<String, DomainEventMessage<?>> byId = new HashMap<>();
    private final Map<String, Long> sequenceOfMessage = new HashMap<>();
    /** What ended a post, by topic and number. */
    private final Map<String, DomainEventMessage<?>> gone = new HashMap<>();

    private final Set<String> rows = new HashSet<>();

    void add(TrackedEventMessage<?> message) {
        DomainEventMessage<?> event = (DomainEventMessage<?>) message;
        byPlace.put(event.getAggregateIdentifier() + "#" + event.getSequenceNumber(), event);
        byPosition.put(message.trackingToken().position().orElseThrow(), event);
        byId.put(event.getIdentifier(), event);
        switch (event.getPayload()) {
            case DirectMessageSent sent ->
                sequenceOfMessage.put(sent.conversationId() + "#" + sent.number(), event.getSequenceNumber());
            case PostErased erased -> gone.put(erased.topicId() + "#" + erased.number(), event);
            case PostRemoved removed -> gone.put(removed.topicId() + "#" + removed.number(), event);
            default -> {}
        }
    }

    /** Has other rows name this one. */
    void add(Row row) {
        rows.add(row.name());
    }

    /** What is wrong with what the row says, or that it says nothing; empty if every event is there, and about it. */
    List<String> faults(Row row) {
        Walk walk = new Walk(row);
        walk.through(row.fields(), row.stream(), row.subject());
        if (walk.found == 0) {
            walk.faults.add("names no event");
        }
        return walk.faults.stream().map(fault -> row.name() + " " + fault).toList();
    }

    /** @param collection of MongoDB, or index of Elasticsearch */
    record Row(String collection, String id, Document fields) {
        String name() {
            return collection + "/" + id;
        }

        /** The stream whose places the row names. */
        String stream() {
            return switch (collection) {
                case "audit" -> fields.getString("stream");
                case "messages", "participations" -> fields.get("room", id);
                case "direct_messages", "direct-messages" -> fields.get("conversation", id);
                case "posts", "forum-posts" ->
                    String.join("~", List.of(id.split("~")).subList(0, 2));
                case "cases" -> id.substring(0, id.lastIndexOf('~'));
                case "relations" -> RelationsId.of(new UserId(id)).value();
                default -> id;
            };
        }

        /** What events at positions that the row names must be about. */
        String subject() {
            return switch (collection) {
                case "activities" -> fields.get("person", id);
                case "message_counts",
                        "message_marks",
                        "active_people",
                        "active_people_marks",
                        "case_flow",
                        "case_flow_marks",
                        "decision_times",
                        "second_decisions" -> ANYTHING;
                case "audit", "direct_messages" -> stream();
                default -> id;
            };
        }
    }

    private final class Walk {
        private final List<String> faults = new ArrayList<>();
        private final Row row;
        private int found;

        Walk(Row row) {
            this.row = row;
        }

        void through(Document fields, String stream, String subject) {
            fields.forEach((name, value) -> {
                List<?> all = value instanceof List<?> list ? list : Collections.singletonList(value);
                all.forEach(one -> {
                    if (one instanceof Document inner) {
                        into(name, inner, stream, inner.get("case", subject));
                    } else if (one != null) {
                        take(name, one, stream, subject);
                    }
                });
            });
        }

        /** A field that is called by what it is about says so for all that is in it. */
        private void into(String name, Document inner, String stream, String subject) {
            switch (row.collection()) {
                case "inboxes" -> through(inner, conversation(name, stream), subject);
                case "categories" -> through(inner, name.equals("categories") ? stream : "category~" + name, subject);
                case "posts" -> through(inner, name.equals("reacting") ? reactions() : stream, subject);
                case "topic_lists" -> inner.forEach((topic, position) -> at((Number) position, topic));
                case "message_marks", "active_people_marks", "case_flow_marks" ->
                    inner.forEach((thing, position) -> at((Number) position, ANYTHING));
                case "second_decisions" ->
                    inner.forEach((action, judgement) -> at(((Document) judgement).getLong("since"), ANYTHING));
                default -> through(inner, stream, subject);
            }
        }

        private String reactions() {
            Document post = row.fields();
            return "reactions~" + row.id() + "~" + post.getLong("sequence");
        }

        private String conversation(String field, String stream) {
            boolean person = stream.equals(row.id()) && !field.equals("with");
            return person
                    ? ConversationId.of(new UserId(row.id()), PersonField.person(field))
                            .value()
                    : stream;
        }

        private void take(String name, Object value, String stream, String subject) {
            switch (name) {
                case "since", "sequence", "placed" -> in(stream, (Number) value);
                case "reacted" -> in("reactions~" + row.fields().getString("post"), (Number) value);
                case "position" -> at((Number) value, subject);
                case "first" -> at((Number) value, "topic~");
                case "event" -> require(byId.get(value), "event " + value, stream);
                case "gone" -> gone(stream, value);
                case "head" -> names(row.id() + "~" + value);
                case "days" -> names(row.id().equals("days") ? (String) value : row.id() + "~" + value);
                default -> {}
            }
        }

        private void in(String stream, Number number) {
            long place = number.longValue();
            if (place > BEYOND) {
                gone(stream, row.id().split("~")[2]);
                return;
            }
            long sequence = row.collection().equals("inboxes")
                    ? sequenceOfMessage.getOrDefault(stream + "#" + place, -1L)
                    : place;
            require(byPlace.get(stream + "#" + sequence), "place " + place + " of " + stream, stream);
        }

        private void gone(String topic, Object number) {
            require(gone.get(topic + "#" + number), "end of post " + number, topic);
        }

        private void at(Number position, String subject) {
            require(byPosition.get(position.longValue()), "position " + position, subject);
        }

        private void require(DomainEventMessage<?> event, String what, String subject) {
            found++;
            if (event == null) {
                faults.add(what + " is nowhere in the log");
            } else if (!(event.getAggregateIdentifier() + " " + event.getPayload()).contains(subject)) {
                faults.add(what + " is not about " + subject + ": " + event.getPayload());
            }
        }

        private void names(String id) {
            found++;
            if (!rows.contains(row.collection() + "/" + id)) {
                faults.add("names " + id + ", which is not there");
            }
        }
    }
}

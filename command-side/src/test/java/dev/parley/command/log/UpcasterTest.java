package dev.parley.command.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.command.TestDatabase;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Revision;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An event that was stored in an earlier shape comes out of the event store in today's. */
class UpcasterTest {
    private final DataSource database = TestDatabase.create();
    private final Serializer serializer = new SerializationConfiguration().eventSerializer(List.of());

    /** Revision 2 says the colour of the pieces, which in revision 1 was called side. */
    @Revision("2")
    record SeatTaken(String player, String colour) {}

    @Revision("1")
    record SeatTakenOnce(String player, String side) {}

    @Test
    void liftsAnEventOfAnEarlierRevision() {
        JdbcEventStorageEngine engine = engine(new EventUpcasterChain(new SeatTakenFrom1To2()));

        engine.appendEvents(event(0, new SeatTakenOnce("ann", "white")), event(1, new SeatTaken("bob", "black")));

        assertThat(payloads(engine)).containsExactly(new SeatTaken("ann", "white"), new SeatTaken("bob", "black"));
    }

    @Test
    void isNotNeededForAnEventOfToday() {
        JdbcEventStorageEngine engine = engine(new SerializationConfiguration().upcasters());

        engine.appendEvents(event(0, new SeatTaken("bob", "black")));

        assertThat(payloads(engine)).containsExactly(new SeatTaken("bob", "black"));
    }

    private static Stream<Object> payloads(JdbcEventStorageEngine engine) {
        return engine.readEvents("table~1").asStream().map(EventMessage::getPayload);
    }

    private static EventMessage<?> event(long sequence, Object payload) {
        return new GenericDomainEventMessage<>("Table", "table~1", sequence, payload);
    }

    private JdbcEventStorageEngine engine(EventUpcaster upcasters) {
        new Schema(database);
        return PostgresEngine.builder(database, new DataSourceTransactionManager(database), serializer, serializer)
                .upcasterChain(upcasters)
                .build();
    }

    private static final class SeatTakenFrom1To2 extends SingleEventUpcaster {
        @Override
        protected boolean canUpcast(IntermediateEventRepresentation event) {
            return event.getType().equals(new SimpleSerializedType(SeatTakenOnce.class.getName(), "1"));
        }

        @Override
        protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
            var today = new SimpleSerializedType(SeatTaken.class.getName(), "2");
            return event.upcastPayload(today, JsonNode.class, SeatTakenFrom1To2::renamed);
        }

        private static JsonNode renamed(JsonNode event) {
            ObjectNode fields = (ObjectNode) event;
            fields.set("colour", fields.remove("side"));
            return fields;
        }
    }
}

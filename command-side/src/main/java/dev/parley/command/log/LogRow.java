package dev.parley.command.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;

/**
 * One event as it is stored.
 *
 * @param position in the log
 */
record LogRow(
        long position,
        String getType,
        String getAggregateIdentifier,
        long getSequenceNumber,
        String getEventIdentifier,
        Instant getTimestamp,
        SerializedObject<byte[]> getPayload,
        SerializedObject<byte[]> getMetaData)
        implements DomainEventData<byte[]> {
    /** To be completed with which rows. */
    static final String SELECT = "SELECT globalindex, type, aggregateidentifier, sequencenumber, eventidentifier,"
            + " timestamp, payloadtype, payloadrevision, payload, metadata FROM domainevententry WHERE ";

    /** @param number of the row among those that were found */
    static LogRow read(ResultSet row, int number) throws SQLException {
        return new LogRow(
                row.getLong("globalindex"),
                row.getString("type"),
                row.getString("aggregateidentifier"),
                row.getLong("sequencenumber"),
                row.getString("eventidentifier"),
                Instant.parse(row.getString("timestamp")),
                new SimpleSerializedObject<>(
                        row.getBytes("payload"),
                        byte[].class,
                        row.getString("payloadtype"),
                        row.getString("payloadrevision")),
                new SerializedMetaData<>(row.getBytes("metadata"), byte[].class));
    }
}

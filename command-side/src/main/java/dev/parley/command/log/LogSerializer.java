package dev.parley.command.log;

import dev.parley.command.StoreUnavailable;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/**
 * Axon's serializer, through which a store that is away keeps its type: when the keys of personal text cannot be had,
 * that says nothing of what was to be read.
 */
class LogSerializer extends Jackson3Serializer {
    LogSerializer(Builder builder) {
        super(builder);
    }

    /**
     * @throws StoreUnavailable if something that is needed for reading cannot be had at the moment
     * @throws SerializationException if it cannot be read
     */
    @Override
    public <S, T> T deserialize(SerializedObject<S> serialized) {
        try {
            return super.deserialize(serialized);
        } catch (SerializationException unreadable) {
            for (Throwable cause = unreadable.getCause(); cause != null; cause = cause.getCause()) {
                if (cause instanceof StoreUnavailable away) {
                    throw away;
                }
            }
            throw unreadable;
        }
    }
}

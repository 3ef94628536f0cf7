package dev.parley.query.projection.letter;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.bulk.BulkWriteError;
import dev.parley.query.DocumentRefused;
import dev.parley.query.SearchUnavailable;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * Tells whether an event is to blame for a failure, so that it would fail again and again, or something that passes: a
 * store that is away, stops, lacks room or takes no writes, a machine without memory, a program that is being replaced.
 * Of what a store answers, only what is known to be a document's fault is blamed on the event.
 */
public final class Blame {
    /**
     * By which MongoDB refuses a document or a change of one: bad value, failed to parse, type mismatch, path not viable,
     * conflicting operators, names of fields, immutable field, failed validation, no array (twice, from the embedded one),
     * too large (thrice), key too long.
     */
    private static final Set<Integer> OF_DOCUMENTS =
            Set.of(2, 9, 14, 28, 40, 52, 54, 56, 57, 66, 121, 10_141, 10_143, 10_334, 17_280, 17_419, 17_420);

    /** A store does not take what the projection makes of the event. */
    private static final String STORE_REFUSES = "store-refuses";

    /** The projection has a defect. */
    private static final String PROJECTION_FAILS = "projection-fails";

    private Blame() {}

    /** Whether what was being handled is to blame. */
    public static boolean isOnEvent(Throwable failure) {
        return switch (failure) {
            case MongoBulkWriteException refused -> isOnDocuments(refused);
            case MongoException store -> OF_DOCUMENTS.contains(store.getCode());
            case SearchUnavailable away -> false;
            case SQLException keys -> false;
            case IOException away -> false;
            case InterruptedException stopping -> false;
            case RejectedExecutionException stopping -> false;
            case TimeoutException late -> false;
            case StackOverflowError tooDeep -> true;
            case VirtualMachineError exhausted -> false;
            case LinkageError replaced -> false;
            default -> failure.getCause() == null || isOnEvent(failure.getCause());
        };
    }

    private static boolean isOnDocuments(MongoBulkWriteException refused) {
        return refused.getWriteConcernError() == null
                && refused.getWriteErrors().stream()
                        .map(BulkWriteError::getCode)
                        .allMatch(OF_DOCUMENTS::contains);
    }

    /** What went wrong, as operators are told: nothing of what was handled, nor of what the server is made of. */
    static String kindOf(Throwable cause) {
        return switch (cause) {
            case DocumentRefused refused -> STORE_REFUSES;
            case MongoException refused -> STORE_REFUSES;
            default -> PROJECTION_FAILS;
        };
    }
}

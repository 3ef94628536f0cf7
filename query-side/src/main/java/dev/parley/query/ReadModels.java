package dev.parley.query;

import com.mongodb.MongoClientException;
import com.mongodb.MongoException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;

/** Says what a failed read means, so that nobody else needs to know which store the read models are in. */
public final class ReadModels {
    private ReadModels() {}

    /** Whether a read failed because the store is away, and may pass when it is tried again. */
    public static boolean away(Throwable failure) {
        return switch (failure) {
            case MongoClientException unreachable -> true;
            case MongoSocketException broken -> true;
            case MongoNotPrimaryException moved -> true;
            case MongoNodeIsRecoveringException recovering -> true;
            case MongoException refused -> false;
            default -> failure.getCause() != null && away(failure.getCause());
        };
    }
}

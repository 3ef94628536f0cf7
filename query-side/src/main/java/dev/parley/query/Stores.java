package dev.parley.query;

import com.mongodb.MongoClientException;
import com.mongodb.MongoException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import java.sql.SQLException;
import java.sql.SQLTransientException;

/** Says what a failed read means, so that nobody else needs to know which stores are read. */
public final class Stores {
    /** Classes of SQLSTATE: "connection exception" and "operator intervention", which is how PostgreSQL shuts down. */
    private static final String CONNECTION = "08";

    private static final String INTERVENTION = "57";

    private Stores() {}

    /** Whether a read failed because a store is away, and may pass when it is tried again. */
    public static boolean away(Throwable failure) {
        return switch (failure) {
            case MongoClientException unreachable -> true;
            case MongoSocketException broken -> true;
            case MongoNotPrimaryException moved -> true;
            case MongoNodeIsRecoveringException recovering -> true;
            case MongoException refused -> false;
            case SQLTransientException busy -> true;
            case SQLException refused -> isOfConnection(String.valueOf(refused.getSQLState()));
            default -> failure.getCause() != null && away(failure.getCause());
        };
    }

    private static boolean isOfConnection(String state) {
        return state.startsWith(CONNECTION) || state.startsWith(INTERVENTION);
    }
}

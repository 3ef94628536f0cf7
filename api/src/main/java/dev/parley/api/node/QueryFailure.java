package dev.parley.api.node;

import dev.parley.command.CommandRejected;
import dev.parley.command.StoreUnavailable;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.Rejection;
import dev.parley.query.ReadRefused;
import dev.parley.query.SearchUnavailable;
import dev.parley.query.Stores;
import java.util.concurrent.CompletionException;
import org.axonframework.queryhandling.QueryExecutionException;

/**
 * Why a query failed on the node that handled it, as it travels to the one that asked.
 *
 * @param rule that refused, {@code null} where none did
 * @param field the field of a value out of its bounds; else empty
 */
record QueryFailure(Kind kind, String message, Rejection rule, String field) {
    enum Kind {
        READ_REFUSED,
        COMMAND_REFUSED,
        INVALID,
        SEARCH_AWAY,
        STORE_AWAY,
        BUG
    }

    static QueryFailure of(Throwable failure) {
        Throwable told =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        String message = String.valueOf(told.getMessage());
        return switch (told) {
            case ReadRefused refused -> new QueryFailure(Kind.READ_REFUSED, message, refused.rule(), "");
            case CommandRejected refused -> new QueryFailure(Kind.COMMAND_REFUSED, message, refused.rule(), "");
            case InvalidValue invalid -> new QueryFailure(Kind.INVALID, message, null, invalid.field());
            case SearchUnavailable away -> new QueryFailure(Kind.SEARCH_AWAY, message, null, "");
            case StoreUnavailable away -> new QueryFailure(Kind.STORE_AWAY, message, null, "");
            default -> new QueryFailure(Stores.away(told) ? Kind.STORE_AWAY : Kind.BUG, message, null, "");
        };
    }

    /** To be sent as the failure: Axon takes the details of this one along, and of no other. */
    QueryExecutionException sent(Throwable failure) {
        return new QueryExecutionException(message, failure, this);
    }

    /** The same failure on the node that asked. */
    RuntimeException received() {
        return switch (kind) {
            case READ_REFUSED -> new ReadRefused(rule, message);
            case COMMAND_REFUSED -> new CommandRejected(rule, message);
            case INVALID -> new InvalidValue(field, message.substring(field.length() + 2));
            case SEARCH_AWAY -> new SearchUnavailable(message, null);
            case STORE_AWAY -> new StoreUnavailable(message, null);
            case BUG -> new IllegalStateException(message);
        };
    }
}

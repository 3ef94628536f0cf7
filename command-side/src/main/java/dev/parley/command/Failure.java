package dev.parley.command;

import dev.parley.kernel.Failures;
import dev.parley.kernel.InvalidValue;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Why something was not stored, as far as it says what to do next. */
public enum Failure {
    /** A rule or a bound was against it, before the first event. */
    REFUSED,
    /** The command's events are stored already. */
    REPEATED,
    /** Something else was stored at the same place: handled anew, the command finds it. */
    CONFLICT,
    /** More waits than the server takes: nothing was tried. */
    TURNED_AWAY,
    /** The store did not answer, or could not do anything for anybody. What was begun may be stored or not. */
    AWAY,
    /** Anything else: it concerns this one command or event, and others may fare better. */
    BUG;

    /** Classes of SQLSTATE: connection, state of the transaction, resources, intervention of an operator, system. */
    private static final Set<String> AWAY_STATES = Set.of("08", "25", "53", "57", "58");

    /** Class of SQLSTATE: rolled back because of what another transaction did. */
    private static final String ROLLED_BACK = "40";

    private static final int CLASS_LENGTH = 2;

    public static Failure of(Throwable failure) {
        return switch (Failures.told(failure)) {
            case CommandRejected rejected -> REFUSED;
            case InvalidValue invalid -> REFUSED;
            case AggregateNotFoundException unknown -> REFUSED;
            case RepeatedCommand repeated -> REPEATED;
            case ConcurrencyException conflict -> CONFLICT;
            case AggregateStreamCreationException conflict -> CONFLICT;
            case LockAcquisitionFailedException conflict -> CONFLICT; // two commands hold what the other one needs
            case TooManyWaiting many -> TURNED_AWAY;
            case Throwable other -> byCauses(other);
        };
    }

    private static Failure byCauses(Throwable failure) {
        Failure found = BUG;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return byState(Optional.ofNullable(sql.getSQLState()).orElse("08"));
            }
            found = comesOfTheStore(cause) ? AWAY : found;
        }
        return found;
    }

    private static Failure byState(String state) {
        String kind = state.substring(0, Math.min(CLASS_LENGTH, state.length()));
        if (kind.equals(ROLLED_BACK)) {
            return CONFLICT;
        }
        return AWAY_STATES.contains(kind) ? AWAY : BUG;
    }

    private static boolean comesOfTheStore(Throwable cause) {
        return cause instanceof StoreUnavailable
                || cause instanceof EventStoreException
                || cause instanceof DataAccessException
                || cause instanceof TransactionException
                || cause instanceof TimeoutException
                || cause instanceof RejectedExecutionException; // the server stops
    }
}

package dev.parley.command.node;

import dev.parley.command.CommandRejected;
import dev.parley.command.Failure;
import dev.parley.command.RepeatedCommand;
import dev.parley.command.StoreUnavailable;
import dev.parley.command.TooManyWaiting;
import dev.parley.kernel.Failures;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.node.RemoteFailure;
import java.time.Instant;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;

/** Why a command or a query failed where it was handled: one for each {@link Failure}, or more. */
public sealed interface HandlerFailure extends RemoteFailure {
    static HandlerFailure of(Throwable failure) {
        return switch (Failures.told(failure)) {
            case CommandRejected refused ->
                new Refused(
                        refused.rule(), refused.getMessage(), refused.until().orElse(null));
            case InvalidValue invalid -> new Invalid(invalid.field(), invalid.expected());
            case AggregateNotFoundException unknown ->
                new Unknown(String.valueOf(unknown.getAggregateIdentifier()), unknown.getMessage());
            case RepeatedCommand repeated -> new Repeated(repeated.earlier().orElse(""));
            case Throwable other -> byKind(other);
        };
    }

    private static HandlerFailure byKind(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        return switch (Failure.of(failure)) {
            case CONFLICT -> new Conflict(message);
            case TURNED_AWAY -> new TurnedAway();
            case AWAY -> new Away(message);
            case REFUSED, REPEATED, BUG -> new Bug(message);
        };
    }

    /** @param until {@code null} where time alone changes nothing */
    record Refused(Rejection rule, String detail, Instant until) implements HandlerFailure {
        @Override
        public RuntimeException received() {
            return until == null ? new CommandRejected(rule, detail) : new CommandRejected(rule, detail, until);
        }
    }

    /** A field out of its bounds. */
    record Invalid(String field, String expected) implements HandlerFailure {
        @Override
        public RuntimeException received() {
            return new InvalidValue(field, expected);
        }
    }

    /** There is no aggregate of this id. */
    record Unknown(String id, String message) implements HandlerFailure {
        @Override
        public RuntimeException received() {
            return new AggregateNotFoundException(id, message);
        }
    }

    /** @param earlier command that did it, empty if it was this one */
    record Repeated(String earlier) implements HandlerFailure {
        @Override
        public RuntimeException received() {
            return earlier.isEmpty() ? new RepeatedCommand() : RepeatedCommand.of(earlier);
        }
    }

    record Conflict(String message) implements HandlerFailure {
        @Override
        public RuntimeException received() {
            return new ConcurrencyException(message);
        }
    }

    record TurnedAway() implements HandlerFailure {
        @Override
        public RuntimeException received() {
            return new TooManyWaiting();
        }
    }

    /** A store does not answer. */
    record Away(String message) implements HandlerFailure {
        @Override
        public RuntimeException received() {
            return new StoreUnavailable(message, null);
        }
    }

    /** Anything else; what led to it is in the log of the node where it was. */
    record Bug(String message) implements HandlerFailure {
        @Override
        public RuntimeException received() {
            return new IllegalStateException(message);
        }
    }
}

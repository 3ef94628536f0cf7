package dev.parley.command.log;

import dev.parley.command.CommandRejected;
import dev.parley.command.CommandRejected.Refusal;
import dev.parley.command.RepeatedCommand;
import dev.parley.command.StoreUnavailable;
import dev.parley.kernel.InvalidValue;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * Why a command failed on the node that handled it, as it travels to the one that sent it.
 *
 * @param kind of the failure
 * @param about the field of a value out of its bounds, the earlier command that was repeated, or the aggregate that there
 *     is not; else empty
 * @param refusal by a rule, {@code null} where none refused
 */
record RemoteFailure(Failure kind, String message, String about, Refusal refusal) {

    static RemoteFailure of(Throwable failure) {
        Throwable told = Failure.told(failure);
        String message = String.valueOf(told.getMessage());
        return switch (told) {
            case CommandRejected rejected ->
                new RemoteFailure(
                        Failure.REFUSED,
                        message,
                        "",
                        new Refusal(rejected.rule(), rejected.until().orElse(null)));
            case InvalidValue invalid -> new RemoteFailure(Failure.REFUSED, message, invalid.field(), null);
            case AggregateNotFoundException unknown ->
                new RemoteFailure(Failure.REFUSED, message, String.valueOf(unknown.getAggregateIdentifier()), null);
            case RepeatedCommand repeated ->
                new RemoteFailure(Failure.REPEATED, message, repeated.earlier().orElse(""), null);
            default -> new RemoteFailure(Failure.of(told), message, "", null);
        };
    }

    /** To be sent as the failure: Axon takes the details of this one along, and of no other. */
    CommandExecutionException sent(Throwable failure) {
        return new CommandExecutionException(message, failure, this);
    }

    /** The same failure on the node that sent the command. */
    Throwable received() {
        return switch (kind) {
            case REFUSED -> refused();
            case REPEATED -> about.isEmpty() ? new RepeatedCommand() : RepeatedCommand.of(about);
            case CONFLICT -> new ConcurrencyException(message);
            case TURNED_AWAY -> new TooManyWaiting();
            case AWAY -> new StoreUnavailable(message, null);
            case BUG -> new IllegalStateException(message);
        };
    }

    private Throwable refused() {
        if (refusal != null) {
            return refusal.until() == null
                    ? new CommandRejected(refusal.rule(), message)
                    : new CommandRejected(refusal.rule(), message, refusal.until());
        }
        boolean invalid = message.startsWith(about + ": ");
        return invalid
                ? new InvalidValue(about, message.substring(about.length() + 2))
                : new AggregateNotFoundException(about, message);
    }
}

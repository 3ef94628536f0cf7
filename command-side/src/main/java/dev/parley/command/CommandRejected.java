package dev.parley.command;

import dev.parley.kernel.Rejection;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.commandhandling.CommandExecutionException;

/** A rule refused the command, and nothing was stored. Its {@link Refusal} travels between nodes as details. */
public final class CommandRejected extends CommandExecutionException {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    public CommandRejected(Rejection rule, String detail) {
        this(new Refusal(rule, null), detail);
    }

    /** @param until first instant at which the same command may pass */
    public CommandRejected(Rejection rule, String detail, Instant until) {
        this(new Refusal(rule, until), detail);
    }

    private CommandRejected(Refusal refusal, String detail) {
        super(detail, null, refusal, false);
        this.refusal = refusal;
    }

    /** @throws CommandRejected by {@code rule} unless {@code allowed} */
    public static void unless(boolean allowed, Rejection rule, String detail) {
        if (!allowed) {
            throw new CommandRejected(rule, detail);
        }
    }

    public Rejection rule() {
        return refusal.rule();
    }

    /** First instant at which the same command may pass, where that is known. */
    public Optional<Instant> until() {
        return Optional.ofNullable(refusal.until());
    }

    /**
     * The rule that refused, and until when it does.
     *
     * @param until {@code null} where time alone changes nothing
     */
    public record Refusal(Rejection rule, Instant until) {}
}

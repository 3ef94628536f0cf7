package dev.parley.command.operations;

import dev.parley.command.Command;
import dev.parley.kernel.ReasonText;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.operations.LetterId;
import dev.parley.kernel.operations.ProjectionName;
import java.util.Optional;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Everything that can be asked of a projection, by admins and for a reason. Refused as {@code NOT_ALLOWED} to others.
 * Whether it can be done is known to the query side, which is asked first: what cannot be done any more by then is an event
 * that changes nothing.
 */
public sealed interface ProjectionCommand extends Command {
    @TargetAggregateIdentifier
    ProjectionName projection();

    @Override
    default Rejection whenUnknown() {
        return Rejection.UNKNOWN_PROJECTION;
    }

    /** @param manual the new version is read only once somebody asks for that */
    record RebuildProjection(Actor actor, ProjectionName projection, boolean manual, String reason)
            implements ProjectionCommand {
        public RebuildProjection {
            reason = new ReasonText(reason).value();
        }
    }

    /** @param letter whose stream is to be handled again; empty for all that wait */
    record RetryLetters(Actor actor, ProjectionName projection, Optional<LetterId> letter, String reason)
            implements ProjectionCommand {
        public RetryLetters {
            reason = new ReasonText(reason).value();
        }
    }

    /** Only the first dead letter of a stream can be skipped. */
    record SkipLetter(Actor actor, ProjectionName projection, LetterId letter, String reason)
            implements ProjectionCommand {
        public SkipLetter {
            reason = new ReasonText(reason).value();
        }
    }

    /** The other things that can be asked. */
    record OperateProjection(Actor actor, ProjectionName projection, Operation operation, String reason)
            implements ProjectionCommand {
        public OperateProjection {
            reason = new ReasonText(reason).value();
        }
    }

    enum Operation {
        VERIFY,
        REPAIR,
        SWITCH,
        ROLL_BACK,
        CANCEL,
        PAUSE,
        RESUME
    }
}

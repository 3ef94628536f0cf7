package dev.parley.command.export;

import dev.parley.command.Command;
import dev.parley.kernel.ReasonText;
import dev.parley.kernel.export.ExportsId;
import dev.parley.kernel.member.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What somebody asks for who takes events out of the log. */
public sealed interface ExportCommand extends Command {
    @TargetAggregateIdentifier
    default ExportsId exportsId() {
        return ExportsId.of(actor().id());
    }

    /**
     * Has it told that an admin exports events with names and texts. With a reason of at least 10 characters.
     *
     * @param after position in the log behind which they read; 0 for the beginning
     * @param types names of the events; empty for all
     */
    record ExportPersonalData(
            Actor actor, long after, List<String> types, Optional<Instant> from, Optional<Instant> to, String reason)
            implements ExportCommand {
        public ExportPersonalData {
            types = List.copyOf(types);
            reason = ReasonText.orNone(reason);
        }
    }
}

package dev.parley.kernel.export;

import dev.parley.kernel.member.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** That somebody took events out of the log with names and texts in them. Why is told by the envelope. */
public sealed interface ExportEvent {
    UserId by();

    default ExportsId exportsId() {
        return ExportsId.of(by());
    }

    /**
     * Began to read them, or went on.
     *
     * @param after position in the log behind which they read; 0 for the beginning
     * @param types names of the events; empty for all
     * @param from first instant of the events; empty for the first there is
     * @param to first instant that is too late; empty for none
     */
    record PersonalDataExported(UserId by, long after, List<String> types, Optional<Instant> from, Optional<Instant> to)
            implements ExportEvent {
        public PersonalDataExported {
            types = List.copyOf(types);
        }
    }
}

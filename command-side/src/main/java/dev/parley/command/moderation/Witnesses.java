package dev.parley.command.moderation;

import dev.parley.command.Witness;
import dev.parley.command.moderation.CaseCommand.FileReport;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.moderation.Evidence;
import dev.parley.kernel.moderation.Subject;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks the one who can tell of what a report points at. */
@Component
class Witnesses {
    private final Map<Subject.Kind, Witness> byKind = new EnumMap<>(Subject.Kind.class);

    Witnesses(List<Witness> witnesses) {
        witnesses.forEach(witness -> witness.kinds().forEach(kind -> byKind.put(kind, witness)));
    }

    /**
     * What the report points at, if at anything, as it is now.
     *
     * @throws InvalidValue if the id names nothing of that kind, or nothing of the reported person's
     */
    Optional<Evidence> hear(FileReport report) throws Exception {
        if (report.subject().isEmpty()) {
            return Optional.empty();
        }
        Subject subject = report.subject().get();
        try {
            return Optional.of(byKind.get(subject.kind()).tell(subject, report.actor(), report.reported()));
        } catch (InvalidValue ofThatKind) {
            throw new InvalidValue("subject/id", "the id of such a thing by the reported person");
        }
    }
}

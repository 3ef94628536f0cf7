package dev.parley.command.export;

import static dev.parley.command.Expected.invalid;
import static dev.parley.command.Expected.refused;

import dev.parley.command.SnapshotLog;
import dev.parley.command.SnapshotShape;
import dev.parley.command.export.ExportCommand.ExportPersonalData;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.export.ExportEvent.PersonalDataExported;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

/** An admin exports events with names and texts. */
class ExportsTest {
    private static final UserId IDA = new UserId("ida");
    private static final Optional<Instant> NOON = Optional.of(Instant.parse("2026-03-01T12:00:00Z"));
    private static final List<String> LINES = List.of("MessagePosted");
    private static final PersonalDataExported EXPORTED =
            new PersonalDataExported(IDA, 7, LINES, NOON, Optional.empty());

    private final AggregateTestFixture<Exports> exports = new AggregateTestFixture<>(Exports.class);

    @Test
    void isToldEachTime() {
        exports.givenNoPriorActivity()
                .when(export(Role.ADMIN, LINES, "1234567890"))
                .expectEvents(EXPORTED);
        exports.given(EXPORTED).when(export(Role.ADMIN, LINES, "1234567890")).expectEvents(EXPORTED);
    }

    @Test
    void isForAdmins() {
        for (Role role : List.of(Role.ANALYST, Role.MODERATOR, Role.SERVICE, Role.USER)) {
            exports.givenNoPriorActivity()
                    .when(export(role, LINES, "1234567890"))
                    .expectNoEvents()
                    .expectExceptionDetails(refused(Rejection.NOT_ALLOWED));
        }
    }

    @Test
    void needsAReasonOfTenCharacters() {
        exports.givenNoPriorActivity()
                .when(export(Role.ADMIN, LINES, "123456789"))
                .expectNoEvents()
                .expectException(invalid("reason"));
        exports.givenNoPriorActivity()
                .when(export(Role.ADMIN, LINES, null))
                .expectNoEvents()
                .expectException(invalid("reason"));
    }

    @Test
    void isOfEventsThatThereAre() {
        exports.givenNoPriorActivity()
                .when(export(Role.ADMIN, List.of("Nothing"), "1234567890"))
                .expectNoEvents()
                .expectException(invalid("types"));
    }

    @Test
    void isKeptInSnapshots() throws IOException {
        SnapshotShape.assertOfItsRevision(
                new SnapshotLog<>(Exports.class, EXPORTED.exportsId().toString(), Map.of()).state(EXPORTED));
    }

    private static ExportPersonalData export(Role role, List<String> types, String reason) {
        return new ExportPersonalData(Actor.of(IDA, role), 7, types, NOON, Optional.empty(), reason);
    }
}

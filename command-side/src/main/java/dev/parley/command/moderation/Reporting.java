package dev.parley.command.moderation;

import dev.parley.command.CommandRejected;
import dev.parley.command.Sanctioned;
import dev.parley.command.log.Standings;
import dev.parley.command.moderation.CaseCommand.FileReport;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.Standing;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.moderation.Evidence;
import dev.parley.kernel.moderation.ReporterId;
import java.time.Clock;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Files reports. A case and what its reporter has reported change together, in one unit of work. */
@Component
class Reporting {
    private final Repository<CaseFile> files;
    private final Repository<Reporter> reporters;
    private final Standings standings;
    private final Witnesses witnesses;
    private final Clock clock;

    Reporting(
            Repository<CaseFile> files,
            Repository<Reporter> reporters,
            Standings standings,
            Witnesses witnesses,
            Clock clock) {
        this.files = files;
        this.reporters = reporters;
        this.standings = standings;
        this.witnesses = witnesses;
        this.clock = clock;
    }

    @CommandHandler
    void handle(FileReport command) throws Exception {
        requireMayReport(command);
        Aggregate<CaseFile> file = files.loadOrCreate(command.file().toString(), CaseFile::new);
        boolean more = file.invoke(before -> before.continues(command.actor().id(), command.type()));
        if (command.actor().isService()) {
            add(command, file, more);
        } else {
            addOfPerson(command, file, more);
        }
    }

    private void addOfPerson(FileReport command, Aggregate<CaseFile> file, boolean more) throws Exception {
        UserId person = command.actor().id();
        Aggregate<Reporter> reporter =
                reporters.loadOrCreate(ReporterId.of(person).value(), Reporter::new);
        reporter.execute(before -> before.requireRoom(clock.instant()));
        add(command, file, more);
        long report = file.invoke(now -> now.numberOf(person, command.type()));
        reporter.execute(before -> before.count(person, file.invoke(CaseFile::current), report));
    }

    private void add(FileReport command, Aggregate<CaseFile> file, boolean more) throws Exception {
        Optional<Evidence> evidence = witnesses.hear(command);
        file.execute(before -> {
            if (more) {
                before.goOn(command, evidence);
            } else {
                before.file(command, evidence);
            }
        });
    }

    private void requireMayReport(FileReport command) {
        if (!command.actor().isService()) {
            Standing reporter = standings.of(command.actor().id());
            if (reporter.isBanned(clock.instant())) {
                throw Sanctioned.refusal(Rejection.ACCOUNT_BAN, reporter, "You may not report anybody now.");
            }
        }
        CommandRejected.unless(
                standings.of(command.reported()).joined(), Rejection.UNKNOWN_USER, "This person never came.");
    }
}

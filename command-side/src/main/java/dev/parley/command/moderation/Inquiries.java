package dev.parley.command.moderation;

import dev.parley.command.Discipline;
import dev.parley.command.moderation.CaseCommand.ActOnCase;
import dev.parley.command.moderation.CaseCommand.ClaimCase;
import dev.parley.command.moderation.CaseCommand.DismissCase;
import dev.parley.command.moderation.CaseCommand.LapseInquiry;
import dev.parley.command.moderation.CaseCommand.OfCase;
import dev.parley.command.moderation.CaseCommand.OfHolder;
import dev.parley.command.moderation.CaseCommand.ReleaseCase;
import dev.parley.command.moderation.CaseCommand.ReviewCase;
import dev.parley.kernel.member.ActionId;
import dev.parley.kernel.member.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Gives cases to moderators, one at a time, and decides them. A case and what is done about the person change together,
 * in one unit of work. Whether there is a case at all is told to moderators alone.
 */
@Component
class Inquiries {
    private final Moderators moderators;
    private final Repository<CaseFile> files;
    private final Discipline discipline;
    private final Clock clock;
    private final Duration lease;

    /** @param lease how long a claim holds */
    Inquiries(
            Moderators moderators,
            Repository<CaseFile> files,
            Discipline discipline,
            Clock clock,
            @Value("${parley.moderation.lease:20m}") Duration lease) {
        this.moderators = moderators;
        this.files = files;
        this.discipline = discipline;
        this.clock = clock;
        this.lease = lease;
    }

    @CommandHandler
    void handle(ClaimCase command) throws Exception {
        moderators.require(command, command.file().reported());
        Instant now = clock.instant();
        file(command).execute(file -> file.claim(command, now, now.plus(lease)));
    }

    @CommandHandler
    void handle(ReleaseCase command) throws Exception {
        moderators.require(command, command.file().reported());
        held(command).execute(CaseFile::release);
    }

    @CommandHandler
    void handle(DismissCase command) throws Exception {
        toDecide(command).execute(CaseFile::dismiss);
    }

    @CommandHandler
    void handle(ReviewCase command) throws Exception {
        toDecide(command).execute(CaseFile::review);
    }

    @CommandHandler
    void handle(ActOnCase command) throws Exception {
        Aggregate<CaseFile> file = toDecide(command);
        UserId person = command.file().reported();
        Optional<Instant> until = command.term().map(term -> term.after(clock.instant()));
        ActionId action = discipline.act(command.actor(), person, command.type(), command.reason(), until);
        file.execute(decided -> decided.act(command.type(), action));
    }

    @CommandHandler
    void handle(LapseInquiry command) throws Exception {
        file(command).execute(file -> file.lapse(clock.instant()));
    }

    private Aggregate<CaseFile> toDecide(OfHolder command) throws Exception {
        moderators.require(command, command.file().reported());
        Moderators.requireReason(command);
        return held(command);
    }

    private Aggregate<CaseFile> held(OfHolder command) throws Exception {
        Aggregate<CaseFile> file = file(command);
        UserId moderator = command.actor().id();
        file.execute(now -> now.requireHeld(command.caseId(), moderator, command.fence(), clock.instant()));
        return file;
    }

    private Aggregate<CaseFile> file(OfCase command) throws Exception {
        return files.loadOrCreate(command.file().toString(), CaseFile::new);
    }
}

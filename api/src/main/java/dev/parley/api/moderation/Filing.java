package dev.parley.api.moderation;

import dev.parley.command.moderation.CaseCommand.FileReport;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.moderation.ReportText;
import dev.parley.kernel.moderation.ReportType;
import dev.parley.kernel.moderation.Subject;
import java.util.Optional;

/** What is reported, before it is known who the reported person is. */
record Filing(ReportType type, ReportText description, Optional<String> evidenceUrl, Optional<Subject> subject) {
    FileReport by(Actor reporter, UserId reported) {
        return new FileReport(reporter, reported, type, description, evidenceUrl, subject);
    }
}

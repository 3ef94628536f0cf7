package dev.parley.command.moderation.detection;

import dev.parley.command.CommandRejected;
import dev.parley.command.Commands;
import dev.parley.command.Origin;
import dev.parley.command.moderation.CaseCommand.FileReport;
import dev.parley.command.moderation.detection.Offences.Offence;
import dev.parley.kernel.Envelope;
import dev.parley.kernel.detection.Finding;
import dev.parley.kernel.detection.TextPolicy;
import dev.parley.kernel.detection.Verdict;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.moderation.ReportText;
import dev.parley.kernel.moderation.ReportType;
import dev.parley.kernel.moderation.Subject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at everything that people write, and reports who goes on against the rules: once what was found in their texts in
 * one channel within an hour weighs enough, or at once where a moderator should look at a single text at once. Then it
 * counts anew.
 */
@ProcessingGroup(WhenTextsOffendThenReport.GROUP)
class WhenTextsOffendThenReport {
    static final String GROUP = "detection";

    private static final int MOST_RULES = 20;
    private static final Logger LOG = LoggerFactory.getLogger(WhenTextsOffendThenReport.class);

    private final TextPolicy policy;
    private final Offences offences;
    private final DetectionSettings settings;
    private final Commands commands;

    WhenTextsOffendThenReport(TextPolicy policy, Offences offences, DetectionSettings settings, Commands commands) {
        this.policy = policy;
        this.offences = offences;
        this.settings = settings;
        this.commands = commands;
    }

    @EventHandler
    void on(DomainEventMessage<?> event, @MetaDataValue(Envelope.CORRELATION) String correlation) {
        Said.in(event).ifPresent(said -> {
            Verdict verdict = policy.look(said.text());
            if (verdict.isFlagged()) {
                count(said, verdict, correlation);
            }
        });
    }

    private void count(Said said, Verdict verdict, String correlation) {
        offences.forget(said, said.at().minus(settings.window()));
        offences.add(said, new Offence(said.event(), Math.min(settings.most(), verdict.weight()), rules(verdict)));
        List<Offence> counted = offences.before(said, settings.window());
        int weight = counted.stream().mapToInt(Offence::weight).sum();
        if (weight >= settings.threshold() || isGrave(verdict)) {
            report(said, verdict, counted, correlation);
            offences.forget(said, said.at());
        }
    }

    private static boolean isGrave(Verdict verdict) {
        return verdict.findings().stream().anyMatch(finding -> finding.severity() == Finding.MAX_SEVERITY);
    }

    /**
     * Waits for the report: what was counted is forgotten only once that is stored, and the event comes again if it is
     * not. Points at nothing where the text was taken back meanwhile.
     */
    private void report(Said said, Verdict verdict, List<Offence> counted, String correlation) {
        if (!isTaken(said, said.subject(), verdict, counted, correlation)
                && !isTaken(said, Optional.empty(), verdict, counted, correlation)) {
            LOG.info("No report about {} is taken for event {}", said.author(), said.event());
        }
    }

    private boolean isTaken(
            Said said, Optional<Subject> subject, Verdict verdict, List<Offence> counted, String correlation) {
        try {
            send(said, subject, verdict, counted, correlation);
            return true;
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof CommandRejected) {
                return false;
            }
            throw failure;
        }
    }

    private void send(
            Said said, Optional<Subject> subject, Verdict verdict, List<Offence> counted, String correlation) {
        var report = new FileReport(
                Actor.SYSTEM,
                said.author(),
                said.channel() == Said.Channel.FORUM ? ReportType.CONTENT : ReportType.CHAT,
                new ReportText(description(said, verdict, counted)),
                Optional.empty(),
                subject);
        String key = "detected-" + said.event();
        commands.send(report, new Origin(correlation, said.event(), key, key)).join();
    }

    private static String description(Said said, Verdict verdict, List<Offence> counted) {
        int weight = counted.stream().mapToInt(Offence::weight).sum();
        String rules = counted.stream()
                .map(Offence::rules)
                .distinct()
                .limit(MOST_RULES)
                .collect(Collectors.joining(", "));
        String text = "Text policy %s: %d texts (%s) with a weight of %d: %s"
                .formatted(
                        verdict.version(),
                        counted.size(),
                        said.channel().name().toLowerCase(Locale.ROOT),
                        weight,
                        rules);
        return text.substring(0, Math.min(text.length(), ReportText.MAX_CODE_POINTS));
    }

    private static String rules(Verdict verdict) {
        return verdict.findings().stream()
                .map(Finding::rule)
                .distinct()
                .limit(5)
                .collect(Collectors.joining(", "));
    }
}

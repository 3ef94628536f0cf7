package dev.parley.command.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.command.Command;
import dev.parley.command.CommandRejected;
import dev.parley.command.Discipline;
import dev.parley.command.TestClock;
import dev.parley.command.TestLog;
import dev.parley.command.Witness;
import dev.parley.command.log.Standings;
import dev.parley.command.moderation.CaseCommand.ClaimCase;
import dev.parley.command.moderation.CaseCommand.FileReport;
import dev.parley.kernel.Envelope;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.PersonalText;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.ActionId;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.MemberEvent.MemberJoined;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.Sanction;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.member.Username;
import dev.parley.kernel.moderation.ActionType;
import dev.parley.kernel.moderation.CaseEvent.InquiryOpened;
import dev.parley.kernel.moderation.CaseEvent.ReportFiled;
import dev.parley.kernel.moderation.CaseFileId;
import dev.parley.kernel.moderation.CaseId;
import dev.parley.kernel.moderation.CaseKind;
import dev.parley.kernel.moderation.Evidence;
import dev.parley.kernel.moderation.ReportText;
import dev.parley.kernel.moderation.ReportType;
import dev.parley.kernel.moderation.Subject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.Message;

/** Ann, Ben, Cid and two moderators; Cid is the one who is reported, and what is done about people is noted. */
final class ModerationFixture {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final Duration LEASE = Duration.ofMinutes(20);
    static final Actor ANN = Actor.of(new UserId("ann"), Role.USER);
    static final Actor BEN = Actor.of(new UserId("ben"), Role.USER);
    static final UserId CID = new UserId("cid");
    static final Actor MOD = Actor.of(new UserId("mod"), Role.USER, Role.MODERATOR);
    static final Actor OTHER_MOD = Actor.of(new UserId("mod2"), Role.ADMIN);
    static final Actor SERVICE = Actor.of(new UserId("irwin"), Role.SERVICE);
    static final CaseFileId FILE = new CaseFileId(CaseKind.CONDUCT, CID);
    static final CaseId CASE = new CaseId(FILE, 1);
    static final ActionId ACTION = new ActionId(CID, 7);
    static final String WHY = "as the rules have it";
    static final ReportText TEXT = new ReportText("rude to everybody");

    final TestLog log = new TestLog();
    final TestClock clock = new TestClock(NOON);
    /** What was done about people. */
    final List<String> done = new ArrayList<>();
    /** Whether {@link #ACTION} keeps Cid from something. */
    boolean holds = true;

    /** Whether another account ban has taken the place of {@link #ACTION}. */
    boolean replaced;

    private final Configuration axon;

    ModerationFixture() {
        GenericEventMessage.clock = clock;
        Stream.of(ANN.id(), BEN.id(), CID, MOD.id())
                .forEach(id -> log.given(NOON, id, new MemberJoined(id, new Username(id.value()), NOON)));
        var actions = new StoredActions(TestLog.latest(log.engine()::readEvents));
        var discipline = new Noted();
        var moderators = new Moderators(new Standings(log.engine()), clock);
        axon = DefaultConfigurer.defaultConfiguration(false)
                .configureEmbeddedEventStore(configuration -> log.engine())
                .configureCorrelationDataProviders(configuration -> List.of(ModerationFixture::envelope))
                .configureAggregate(CaseFile.class)
                .configureAggregate(Reporter.class)
                .configureAggregate(Appeal.class)
                .configureAggregate(Looks.class)
                .registerCommandHandler(configuration -> new Reporting(
                        configuration.repository(CaseFile.class),
                        configuration.repository(Reporter.class),
                        new Standings(log.engine()),
                        new Witnesses(List.of(new Everything())),
                        clock))
                .registerCommandHandler(configuration ->
                        new Inquiries(moderators, configuration.repository(CaseFile.class), discipline, clock, LEASE))
                .registerCommandHandler(configuration -> new Acting(moderators, discipline, actions, clock))
                .registerCommandHandler(configuration ->
                        new Appealing(moderators, configuration.repository(Appeal.class), actions, discipline))
                .registerCommandHandler(configuration -> new Looking(
                        moderators,
                        configuration.repository(Looks.class),
                        configuration.repository(CaseFile.class),
                        TestLog.stored(log.engine()::readEvents),
                        clock))
                .start();
    }

    private static Map<String, ?> envelope(Message<?> message) {
        Actor actor = ((Command) message.getPayload()).actor();
        return Map.of(
                Envelope.COMMAND, message.getIdentifier(),
                Envelope.ACTOR, actor.id().value(),
                Envelope.ROLE, actor.strongestRole().label());
    }

    /** Ann has reported Cid. */
    ModerationFixture reported() {
        log.given(NOON, FILE, filed(CASE, 1, ANN));
        return this;
    }

    /** The moderator has the case about Cid until 12:20. */
    ModerationFixture claimed() {
        reported();
        log.given(NOON, FILE, new InquiryOpened(CASE, MOD.id(), 1, NOON.plus(LEASE)));
        return this;
    }

    void stop() {
        axon.shutdown();
        GenericEventMessage.clock = Clock.systemUTC();
    }

    void at(Instant instant) {
        clock.set(instant);
    }

    /** What the command adds to the log. */
    List<Object> addedBy(Command command) {
        int before = log.added().size();
        axon.commandGateway().sendAndWait(command);
        List<Object> now = log.added();
        return now.subList(before, now.size());
    }

    /** The command leads to nothing, by this rule. */
    CommandRejected assertRefused(Command command, Rejection rule) {
        List<Object> before = log.added();
        CommandRejected refusal = catchThrowableOfType(CommandRejected.class, () -> addedBy(command));
        assertThat(refusal).as("refusal of %s", command).isNotNull();
        assertThat(refusal.rule()).isEqualTo(rule);
        assertThat(log.added()).isEqualTo(before);
        return refusal;
    }

    /** The command leads to nothing, because of this field. */
    void assertInvalid(Command command, String field) {
        List<Object> before = log.added();
        InvalidValue refusal = catchThrowableOfType(InvalidValue.class, () -> addedBy(command));
        assertThat(refusal).as("refusal of %s", command).isNotNull();
        assertThat(refusal.field()).isEqualTo(field);
        assertThat(log.added()).isEqualTo(before);
    }

    static ClaimCase claim(Actor by) {
        return new ClaimCase(by, CASE);
    }

    static FileReport report(Actor by, ReportType type) {
        return new FileReport(by, CID, type, TEXT, Optional.empty(), Optional.empty());
    }

    static FileReport report(Actor by, Subject.Kind kind, String subject) {
        return new FileReport(
                by, CID, ReportType.CHAT, TEXT, Optional.empty(), Optional.of(new Subject(kind, subject)));
    }

    static ReportFiled filed(CaseId caseId, long number, Actor by) {
        return filed(caseId, number, by, ReportType.CHAT);
    }

    static ReportFiled filed(CaseId caseId, long number, Actor by, ReportType type) {
        var text = new PersonalText(by.id(), TEXT.value());
        return new ReportFiled(caseId, number, by.id(), type, text, Optional.empty(), Optional.empty());
    }

    /**
     * Knows everything that is not called {@code nothing}, which is by whoever it is called after. Topics have 50 kB of
     * text.
     */
    private static final class Everything implements Witness {
        @Override
        public Set<Subject.Kind> kinds() {
            return Set.of(Subject.Kind.values());
        }

        @Override
        public Evidence tell(Subject subject, Actor reporter, UserId reported) {
            CommandRejected.unless(!subject.id().equals("nothing"), Rejection.UNKNOWN_MESSAGE, "as asked");
            InvalidValue.unless(subject.id().contains(reported.value()), "message_id", "as asked");
            Optional<PersonalText> content = Optional.of(subject)
                    .filter(topic -> topic.kind() == Subject.Kind.TOPIC)
                    .map(topic -> new PersonalText(reported, "x".repeat(50_000)));
            return new Evidence(subject, "stream", 3, content, Optional.of(NOON));
        }
    }

    private final class Noted implements Discipline {
        @Override
        public ActionId act(Actor moderator, UserId person, ActionType type, String reason, Optional<Instant> until) {
            CommandRejected.unless(person.equals(CID), Rejection.UNKNOWN_USER, "as asked");
            done.add(type.label() + " of " + person
                    + until.map(end -> " until " + end).orElse("") + ": " + reason);
            return ACTION;
        }

        @Override
        public boolean isReplaced(ActionId action, Sanction kind) {
            return replaced && action.equals(ACTION) && kind == Sanction.ACCOUNT_BAN;
        }

        @Override
        public boolean lift(Actor moderator, ActionId action) {
            if (holds && action.equals(ACTION)) {
                done.add("lifted " + action);
                return true;
            }
            return false;
        }
    }
}

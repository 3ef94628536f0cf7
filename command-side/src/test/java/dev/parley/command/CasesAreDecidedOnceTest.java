package dev.parley.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.command.member.MemberCommand.Appear;
import dev.parley.command.moderation.CaseCommand.ActOnCase;
import dev.parley.command.moderation.CaseCommand.ClaimCase;
import dev.parley.command.moderation.CaseCommand.DismissCase;
import dev.parley.command.moderation.CaseCommand.FileReport;
import dev.parley.command.moderation.CaseCommand.ReleaseCase;
import dev.parley.command.moderation.CaseCommand.ReviewCase;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.MemberEvent.MemberWarned;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.member.Username;
import dev.parley.kernel.moderation.ActionType;
import dev.parley.kernel.moderation.CaseEvent;
import dev.parley.kernel.moderation.CaseEvent.CaseActioned;
import dev.parley.kernel.moderation.CaseEvent.CaseDismissed;
import dev.parley.kernel.moderation.CaseEvent.CaseReviewed;
import dev.parley.kernel.moderation.CaseEvent.InquiryLapsed;
import dev.parley.kernel.moderation.CaseEvent.InquiryOpened;
import dev.parley.kernel.moderation.CaseEvent.InquiryReleased;
import dev.parley.kernel.moderation.CaseEvent.ReportContinued;
import dev.parley.kernel.moderation.CaseEvent.ReportFiled;
import dev.parley.kernel.moderation.CaseId;
import dev.parley.kernel.moderation.ReportText;
import dev.parley.kernel.moderation.ReportType;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * Fifty moderators, each over three connections, claim, release and decide 200 cases at once, by a clock that leaves some
 * of their claims behind: afterwards each case stands in the log as decided once, by who held it then, with one action for
 * each that says so.
 */
class CasesAreDecidedOnceTest {
    private static final int CASES = 200;
    private static final int MODERATORS = 50;
    private static final int CONNECTIONS = 3;
    private static final int MAX_ROUNDS = 200;
    private static final String WHY = "as the rules have it";
    private static final OptionalLong ANY = OptionalLong.empty();
    private static final Set<Rejection> EXPECTED =
            Set.of(Rejection.CLAIMED_BY_ANOTHER, Rejection.INQUIRY_LOST, Rejection.CASE_DECIDED);

    private final Random random = new Random(7);
    private final TestClock clock = new TestClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final Map<Rejection, Integer> refused = new ConcurrentHashMap<>();
    private final Map<CaseId, InquiryOpened> held = new HashMap<>();
    private final Set<CaseId> decided = new HashSet<>();
    private int lapsed;
    private int actions;
    private int warnings;

    @Test
    void byWhoHeldThem() {
        try (ConfigurableApplicationContext side = start()) {
            Commands commands = side.getBean(Commands.class);
            List<CaseId> cases =
                    Stream.generate(() -> reported(commands)).limit(CASES).toList();
            Set<CaseId> open = ConcurrentHashMap.newKeySet();
            open.addAll(cases);
            for (int round = 0; round < MAX_ROUNDS && !open.isEmpty(); round++) {
                IntStream.range(0, MODERATORS * CONNECTIONS)
                        .mapToObj(i -> deal(commands, moderator(i % MODERATORS), cases, open))
                        .toList()
                        .forEach(CompletableFuture::join);
                clock.advance(Duration.ofMinutes(random.nextInt(12)));
            }
            try (Stream<? extends TrackedEventMessage<?>> log =
                    side.getBean(EventStorageEngine.class).readEvents(null, false)) {
                log.forEach(this::check);
            }
            assertThat(decided).containsExactlyInAnyOrderElementsOf(cases);
        }
        assertThat(warnings).isEqualTo(actions).isPositive();
        assertThat(lapsed).isPositive();
        assertThat(EXPECTED).containsExactlyInAnyOrderElementsOf(refused.keySet());
    }

    private ConfigurableApplicationContext start() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        var side = new SpringApplication(CommandSideTest.Side.class);
        side.addInitializers(context -> ((GenericApplicationContext) context)
                .registerBean("testClock", Clock.class, () -> clock, bean -> bean.setPrimary(true)));
        return side.run("--parley.keys.master=" + Base64.getEncoder().encodeToString(key));
    }

    /** Claims a case and does something about it, or does so under a claim of before. */
    private CompletableFuture<?> deal(Commands commands, Actor moderator, List<CaseId> cases, Set<CaseId> open) {
        CaseId one = cases.get(random.nextInt(CASES));
        List<Command> dealings = new ArrayList<>();
        if (random.nextBoolean()) {
            dealings.add(new ClaimCase(moderator, one));
        }
        if (random.nextInt(4) == 0) {
            dealings.add(next(moderator, one));
        }
        CompletableFuture<?> all = CompletableFuture.completedFuture("");
        for (Command command : dealings) {
            all = all.thenCompose(before -> send(commands, command, open));
        }
        return all;
    }

    private Command next(Actor moderator, CaseId one) {
        return switch (random.nextInt(4)) {
            case 0 -> new ReleaseCase(moderator, one, ANY);
            case 1 -> new DismissCase(moderator, one, ANY, WHY);
            case 2 -> new ReviewCase(moderator, one, ANY, WHY);
            default -> new ActOnCase(moderator, one, ANY, ActionType.WARNING, Optional.empty(), WHY);
        };
    }

    private CompletableFuture<?> send(Commands commands, Command command, Set<CaseId> open) {
        return commands.send(command, Origin.of("request-1")).handle((outcome, failure) -> {
            if (failure == null) {
                outcome.events().stream()
                        .map(Outcome.Recorded::event)
                        .filter(CasesAreDecidedOnceTest::decides)
                        .forEach(event -> open.remove(((CaseEvent) event).caseId()));
            } else {
                Throwable cause = failure.getCause() == null ? failure : failure.getCause();
                assertThat(cause).isInstanceOf(CommandRejected.class);
                refused.merge(((CommandRejected) cause).rule(), 1, Integer::sum);
            }
            return "";
        });
    }

    private static boolean decides(Object event) {
        return event instanceof CaseDismissed || event instanceof CaseReviewed || event instanceof CaseActioned;
    }

    private static CaseId reported(Commands commands) {
        Actor reported = joined(commands);
        var report = new FileReport(
                joined(commands),
                reported.id(),
                ReportType.CHAT,
                new ReportText("rude to everybody"),
                Optional.empty(),
                Optional.empty());
        return commands.send(report, Origin.of("request-1"))
                .join()
                .first(ReportFiled.class)
                .orElseThrow()
                .event()
                .caseId();
    }

    private static Actor joined(Commands commands) {
        String id = UUID.randomUUID().toString();
        Actor person = Actor.of(new UserId(id), Role.USER);
        commands.send(new Appear(person, new Username(id), Instant.EPOCH), Origin.of("request-1"))
                .join();
        return person;
    }

    private static Actor moderator(int number) {
        return Actor.of(new UserId("mod-" + number), Role.MODERATOR);
    }

    private void check(TrackedEventMessage<?> message) {
        switch (message.getPayload()) {
            case CaseEvent event -> check(event, message.getTimestamp());
            case MemberWarned warned -> warnings++;
            default -> {}
        }
    }

    private void check(CaseEvent event, Instant at) {
        switch (event) {
            case ReportFiled filed -> {}
            case ReportContinued continued -> {}
            case InquiryOpened opened -> open(opened, at);
            case InquiryReleased released -> end(released, released.moderator(), at);
            case InquiryLapsed over -> {
                assertThat(held.remove(over.caseId()).until()).isBeforeOrEqualTo(at);
                lapsed++;
            }
            case CaseDismissed dismissed -> decide(dismissed, dismissed.moderator(), at);
            case CaseReviewed reviewed -> decide(reviewed, reviewed.moderator(), at);
            case CaseActioned actioned -> {
                decide(actioned, actioned.moderator(), at);
                actions++;
            }
        }
    }

    private void open(InquiryOpened opened, Instant at) {
        InquiryOpened before = held.put(opened.caseId(), opened);
        assertThat(decided).doesNotContain(opened.caseId());
        if (before != null) {
            assertThat(opened.moderator()).isEqualTo(before.moderator());
            assertThat(opened.fence()).isEqualTo(before.fence());
            assertThat(before.until()).isAfter(at);
        }
    }

    private void decide(CaseEvent event, UserId moderator, Instant at) {
        end(event, moderator, at);
        assertThat(decided.add(event.caseId()))
                .as("first decision of %s", event.caseId())
                .isTrue();
    }

    private void end(CaseEvent event, UserId moderator, Instant at) {
        InquiryOpened claim = held.remove(event.caseId());
        assertThat(claim).as("claim under which %s", event).isNotNull();
        assertThat(claim.moderator()).isEqualTo(moderator);
        assertThat(claim.until()).isAfter(at);
    }
}

package dev.parley.command.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.command.CommandRejected;
import dev.parley.command.log.Standings;
import dev.parley.command.member.MemberCommand.Appear;
import dev.parley.command.member.MemberCommand.EraseMember;
import dev.parley.command.member.MemberCommand.Introduce;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.MemberEvent.MemberJoined;
import dev.parley.kernel.member.MemberEvent.MemberRenamed;
import dev.parley.kernel.member.MemberEvent.ModeratingRoleChanged;
import dev.parley.kernel.member.MemberEvent.UsernameLost;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.member.Username;
import dev.parley.kernel.member.UsernameEvent.UsernameClaimed;
import dev.parley.kernel.member.UsernameEvent.UsernameReleased;
import dev.parley.kernel.member.UsernameId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Members and their usernames together, on a log in memory. */
class MemberNamingTest {
    private static final Actor ANN = Actor.of(new UserId("u-1"), Role.USER);
    private static final Actor BEN = Actor.of(new UserId("u-2"), Role.USER);
    private static final Actor CAL = Actor.of(new UserId("u-3"), Role.USER);
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Actor SERVICE = Actor.of(new UserId("lobby"), Role.SERVICE);

    private final InMemoryEventStorageEngine log = new InMemoryEventStorageEngine();
    private Configuration axon;

    @BeforeEach
    void start() {
        axon = DefaultConfigurer.defaultConfiguration(false)
                .configureEmbeddedEventStore(configuration -> log)
                .configureAggregate(Member.class)
                .configureAggregate(UsernameClaim.class)
                .registerCommandHandler(configuration -> new MemberNaming(
                        configuration.repository(Member.class),
                        configuration.repository(UsernameClaim.class),
                        new Usernames(configuration.eventStore(), new Standings(log))))
                .start();
    }

    @AfterEach
    void stop() {
        axon.shutdown();
    }

    @Nested
    class Appearing {
        @Test
        void forTheFirstTimeJoins() {
            send(appear(ANN, "Ann"));
            assertThat(events()).containsExactly(claimed("Ann", ANN), joined(ANN, "Ann"));
            assertThat(find("ann")).contains(ANN.id());
        }

        @Test
        void againChangesNothing() {
            send(appear(ANN, "Ann"), appear(ANN, "Ann"));
            assertThat(events()).hasSize(2);
        }

        @Test
        void wasForNothingOnceTheyWereErased() {
            send(appear(ANN, "Ann"), new EraseMember(ANN, ANN.id(), ""));
            assertThat(find("ann")).isEmpty();
            assertThat(usernames().findHolder(new Username("ann"))).contains(ANN.id());
            send(appear(ANN, "Ann", 1), appear(BEN, "Ann", 2));
            assertThat(find("ann")).contains(BEN.id());
        }

        @Test
        void asAModeratorIsKeptUntilANewerTokenSaysOtherwise() {
            Actor moderator = Actor.of(ANN.id(), Role.USER, Role.MODERATOR);
            send(appear(moderator, "Ann", 1), appear(moderator, "Ann", 2), appear(ANN, "Ann", 0));
            assertThat(events()).hasSize(3).endsWith(new ModeratingRoleChanged(ANN.id(), Role.MODERATOR, at(1)));
            send(appear(ANN, "Ann", 3));
            assertThat(events()).endsWith(new ModeratingRoleChanged(ANN.id(), Role.USER, at(3)));
        }

        @Test
        void byAnotherNameRenamesAndFreesTheOldName() {
            send(appear(ANN, "Ann"), appear(ANN, "Anna"), appear(BEN, "ann"));
            assertThat(events())
                    .containsExactly(
                            claimed("Ann", ANN),
                            joined(ANN, "Ann"),
                            claimed("Anna", ANN),
                            released("Ann", ANN),
                            renamed(ANN, "Anna", 0),
                            claimed("Ann", BEN),
                            joined(BEN, "ann"));
            assertThat(find("ANN")).contains(BEN.id());
            assertThat(find("anna")).contains(ANN.id());
        }

        @Test
        void inAnotherSpellingOfTheNameRenamesAndKeepsTheClaim() {
            send(appear(ANN, "Ann"), appear(ANN, "ANN"));
            assertThat(events()).containsExactly(claimed("Ann", ANN), joined(ANN, "Ann"), renamed(ANN, "ANN", 0));
        }

        @Test
        void forTheFirstTimeUnderANameThatAsNewATokenGaveToSomebodyElseIsRefused() {
            send(appear(ANN, "Ann"));
            assertRefused(appear(BEN, "aNN"), Rejection.USERNAME_TAKEN);
            assertThat(events()).hasSize(2);
        }

        @Test
        void forTheFirstTimeUnderANameThatAnOlderTokenGaveToSomebodyElseTakesIt() {
            send(appear(ANN, "Ann"), appear(BEN, "aNN", 1));
            assertThat(events())
                    .containsExactly(
                            claimed("Ann", ANN),
                            joined(ANN, "Ann"),
                            released("Ann", ANN),
                            new UsernameLost(ANN.id()),
                            claimed("Ann", BEN),
                            new MemberJoined(BEN.id(), new Username("aNN"), at(1)));
        }

        @Test
        void underANameThatAsNewATokenGaveToSomebodyElseChangesNothing() {
            send(appear(ANN, "Ann"), appear(BEN, "Ben"), appear(BEN, "Ann"));
            assertThat(find("Ben")).contains(BEN.id());
            assertThat(events()).hasSize(4);
        }

        @Test
        void makesNoMemberOfAService() {
            send(appear(SERVICE, "lobby"));
            assertThat(events()).isEmpty();
        }
    }

    @Nested
    class Exchanging {
        @Test
        void twoNamesGivesEachToTheOther() {
            send(appear(ANN, "Ann"), appear(BEN, "Ben"));
            send(appear(ANN, "Ben", 2));
            assertThat(find("Ben")).contains(ANN.id());
            assertThat(find("Ann")).isEmpty();
            send(appear(BEN, "Ann", 1));
            assertThat(find("Ann")).contains(BEN.id());
            assertThat(events())
                    .endsWith(
                            released("Ben", BEN),
                            new UsernameLost(BEN.id()),
                            claimed("Ben", ANN),
                            released("Ann", ANN),
                            renamed(ANN, "Ben", 2),
                            claimed("Ann", BEN),
                            renamed(BEN, "Ann", 1));
        }

        @Test
        void threeNamesInACircleGivesEachToTheNext() {
            send(appear(ANN, "Ann"), appear(BEN, "Ben"), appear(CAL, "Cal"));
            send(appear(ANN, "Ben", 1), appear(BEN, "Cal", 1), appear(CAL, "Ann", 1));
            assertThat(find("Ben")).contains(ANN.id());
            assertThat(find("Cal")).contains(BEN.id());
            assertThat(find("Ann")).contains(CAL.id());
        }

        @Test
        void leavesWhoLostTheirNameWithoutOneWhileTheirTokenIsTheOldOne() {
            send(appear(ANN, "Ann"), appear(BEN, "Ben"), appear(ANN, "Ben", 1));
            int before = events().size();
            send(appear(BEN, "Ben"));
            assertThat(events()).hasSize(before);
            assertThat(find("Ben")).contains(ANN.id());
        }

        @Test
        void givesANameBackToWhoseTokenIsNewerStill() {
            send(appear(ANN, "Ann"), appear(BEN, "Ann", 1), appear(ANN, "Ann", 2));
            assertThat(find("Ann")).contains(ANN.id());
            assertThat(events())
                    .endsWith(
                            released("Ann", BEN),
                            new UsernameLost(BEN.id()),
                            claimed("Ann", ANN),
                            renamed(ANN, "Ann", 2));
        }
    }

    @Nested
    class AnOldToken {
        @Test
        void doesNotRenameBack() {
            send(appear(ANN, "Anna", 1), appear(ANN, "Ann"));
            assertThat(find("Anna")).contains(ANN.id());
            assertThat(events()).hasSize(2);
        }

        @Test
        void doesNotRenameBackWhoLostTheirNameSince() {
            send(appear(ANN, "Anna", 1), appear(BEN, "Anna", 2));
            int before = events().size();
            send(appear(ANN, "Ann"));
            assertThat(events()).hasSize(before);
        }

        @Test
        void takesNoNameFromWhoHasItByANewerOne() {
            send(appear(ANN, "Ann", 2), appear(BEN, "Ben"), appear(BEN, "Ann", 1));
            assertThat(find("Ann")).contains(ANN.id());
            assertThat(find("Ben")).contains(BEN.id());
            assertRefused(appear(CAL, "Ann", 1), Rejection.USERNAME_TAKEN);
        }
    }

    @Nested
    class Introducing {
        @Test
        void holdsANameUntilSomebodyComesWithATokenForIt() {
            send(new Introduce(SERVICE, ANN.id(), new Username("Ann")), appear(BEN, "Ann"));
            assertThat(find("Ann")).contains(BEN.id());
        }

        @Test
        void leavesWhoLostTheirNameWithoutOne() {
            send(appear(ANN, "Ann"), appear(BEN, "Ann", 1));
            int before = events().size();
            send(new Introduce(SERVICE, ANN.id(), new Username("Anna")));
            assertThat(events()).hasSize(before);
        }

        @Test
        void joinsWhoHasNotComeYet() {
            send(new Introduce(SERVICE, ANN.id(), new Username("Ann")));
            assertThat(events())
                    .containsExactly(
                            claimed("Ann", ANN), new MemberJoined(ANN.id(), new Username("Ann"), Instant.EPOCH));
        }

        @Test
        void leavesWhoCameWithTheirOwnName() {
            send(appear(ANN, "Anna"), new Introduce(SERVICE, ANN.id(), new Username("Ann")));
            assertThat(events()).hasSize(2);
            assertThat(find("Ann")).isEmpty();
        }

        @Test
        void underSomebodyElsesNameIsRefused() {
            send(appear(ANN, "Ann"));
            assertRefused(new Introduce(SERVICE, BEN.id(), new Username("Ann")), Rejection.USERNAME_TAKEN);
            assertThat(events()).hasSize(2);
        }

        @Test
        void isForServices() {
            assertRefused(new Introduce(ANN, BEN.id(), new Username("Ben")), Rejection.NOT_ALLOWED);
            assertThat(events()).isEmpty();
        }

        @Test
        void makesNobodyOfTheServersOwnId() {
            assertRefused(new Introduce(SERVICE, UserId.SYSTEM, new Username("Root")), Rejection.NOT_ALLOWED);
            assertThat(events()).isEmpty();
        }
    }

    @Nested
    class FindingAUsername {
        @Test
        void findsNobodyUnderANameThatWasNeverTaken() {
            assertThat(find("nobody")).isEmpty();
        }

        @Test
        void findsNobodyUnderANameThatWasGivenUp() {
            send(appear(ANN, "Ann"), appear(ANN, "Anna"));
            assertThat(find("Ann")).isEmpty();
        }
    }

    private void send(MemberCommand... commands) {
        for (MemberCommand command : commands) {
            axon.commandGateway().sendAndWait(command);
        }
    }

    private void assertRefused(MemberCommand command, Rejection rule) {
        assertThatThrownBy(() -> send(command))
                .isInstanceOfSatisfying(
                        CommandRejected.class,
                        rejected -> assertThat(rejected.rule()).isEqualTo(rule));
    }

    private List<Object> events() {
        return log.readEvents(null, false).<Object>map(EventMessage::getPayload).toList();
    }

    private Optional<UserId> find(String name) {
        return usernames().find(new Username(name));
    }

    private Usernames usernames() {
        return new Usernames(axon.eventStore(), new Standings(log));
    }

    private static Appear appear(Actor actor, String name) {
        return appear(actor, name, 0);
    }

    private static Appear appear(Actor actor, String name, int seconds) {
        return new Appear(actor, new Username(name), at(seconds));
    }

    private static Instant at(int seconds) {
        return NOON.plusSeconds(seconds);
    }

    private static MemberJoined joined(Actor actor, String name) {
        return new MemberJoined(actor.id(), new Username(name), NOON);
    }

    private static MemberRenamed renamed(Actor actor, String name, int seconds) {
        return new MemberRenamed(actor.id(), new Username(name), at(seconds));
    }

    private static UsernameReleased released(String name, Actor owner) {
        return new UsernameReleased(nameId(name), owner.id());
    }

    private static UsernameClaimed claimed(String name, Actor owner) {
        return new UsernameClaimed(nameId(name), owner.id());
    }

    private static UsernameId nameId(String name) {
        return UsernameId.of(new Username(name));
    }
}

package dev.parley.command.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.command.CommandRejected;
import dev.parley.command.member.MemberCommand.Appear;
import dev.parley.command.member.MemberCommand.Introduce;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.MemberEvent.MemberJoined;
import dev.parley.kernel.member.MemberEvent.MemberRenamed;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.member.Username;
import dev.parley.kernel.member.UsernameEvent.UsernameClaimed;
import dev.parley.kernel.member.UsernameEvent.UsernameReleased;
import dev.parley.kernel.member.UsernameId;
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
                        configuration.repository(Member.class), configuration.repository(UsernameClaim.class)))
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
        void byAnotherNameRenamesAndFreesTheOldName() {
            send(appear(ANN, "Ann"), appear(ANN, "Anna"), appear(BEN, "ann"));
            assertThat(events())
                    .containsExactly(
                            claimed("Ann", ANN),
                            joined(ANN, "Ann"),
                            claimed("Anna", ANN),
                            new UsernameReleased(nameId("Ann"), ANN.id()),
                            new MemberRenamed(ANN.id(), new Username("Anna")),
                            claimed("Ann", BEN),
                            joined(BEN, "ann"));
            assertThat(find("ANN")).contains(BEN.id());
            assertThat(find("anna")).contains(ANN.id());
        }

        @Test
        void inAnotherSpellingOfTheNameRenamesAndKeepsTheClaim() {
            send(appear(ANN, "Ann"), appear(ANN, "ANN"));
            assertThat(events())
                    .containsExactly(
                            claimed("Ann", ANN), joined(ANN, "Ann"), new MemberRenamed(ANN.id(), new Username("ANN")));
        }

        @Test
        void underSomebodyElsesNameIsRefused() {
            send(appear(ANN, "Ann"));
            assertRefused(appear(BEN, "aNN"), Rejection.USERNAME_TAKEN);
            assertThat(events()).hasSize(2);
        }

        @Test
        void underSomebodyElsesNameLeavesTheOwnNameAsItWas() {
            send(appear(ANN, "Ann"), appear(BEN, "Ben"));
            assertRefused(appear(BEN, "Ann"), Rejection.USERNAME_TAKEN);
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
    class Introducing {
        @Test
        void joinsWhoHasNotComeYet() {
            send(new Introduce(SERVICE, ANN.id(), new Username("Ann")));
            assertThat(events()).containsExactly(claimed("Ann", ANN), joined(ANN, "Ann"));
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
        return new Usernames(axon.eventStore()).find(new Username(name));
    }

    private static Appear appear(Actor actor, String name) {
        return new Appear(actor, new Username(name));
    }

    private static MemberJoined joined(Actor actor, String name) {
        return new MemberJoined(actor.id(), new Username(name));
    }

    private static UsernameClaimed claimed(String name, Actor owner) {
        return new UsernameClaimed(nameId(name), owner.id());
    }

    private static UsernameId nameId(String name) {
        return UsernameId.of(new Username(name));
    }
}

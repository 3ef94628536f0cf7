package dev.parley.command.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;

import dev.parley.command.CommandRejected;
import dev.parley.command.Commands;
import dev.parley.command.Outcome;
import dev.parley.command.PersonalKeys;
import dev.parley.command.member.MemberCommand.ConfirmErasure;
import dev.parley.command.member.MemberCommand.EraseMember;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.MemberEvent.ErasureRequested;
import dev.parley.kernel.member.MemberEvent.MemberErased;
import dev.parley.kernel.member.MemberEvent.MemberJoined;
import dev.parley.kernel.member.MemberEvent.ModeratingRoleChanged;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.Sanction;
import dev.parley.kernel.member.Standing;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.member.Username;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.Assertions;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class MemberErasureTest {
    private static final UserId ANN = new UserId("ann");
    private static final Actor SELF = Actor.of(ANN, Role.USER);
    private static final Actor ADMIN = Actor.of(new UserId("root"), Role.ADMIN);
    private static final MemberJoined JOINED = new MemberJoined(ANN, new Username("Ann"), Instant.EPOCH);
    private static final ModeratingRoleChanged MODERATES =
            new ModeratingRoleChanged(ANN, Role.MODERATOR, Instant.EPOCH);
    private static final ErasureRequested REQUESTED = new ErasureRequested(ANN);

    private final AggregateTestFixture<Member> member = new AggregateTestFixture<>(Member.class);

    @Test
    void isRequestedByThePersonOrByAnAdminWithAReason() {
        member.given(JOINED).when(new EraseMember(SELF, ANN, "")).expectEvents(REQUESTED);
        member.given(JOINED).when(new EraseMember(ADMIN, ANN, "by letter")).expectEvents(REQUESTED);
        Assertions.assertThatThrownBy(() -> new EraseMember(ADMIN, ANN, " ")).isInstanceOf(InvalidValue.class);
    }

    @Test
    void isRefusedToOthers() {
        List.of(
                        Actor.of(new UserId("ben"), Role.USER),
                        Actor.of(new UserId("mia"), Role.MODERATOR),
                        Actor.of(new UserId("site"), Role.SERVICE))
                .forEach(other -> member.given(JOINED)
                        .when(new EraseMember(other, ANN, "because"))
                        .expectException(CommandRejected.class));
    }

    @Test
    void isRefusedWhileThePersonModerates() {
        member.given(JOINED, MODERATES)
                .when(new EraseMember(ADMIN, ANN, "by letter"))
                .expectException(CommandRejected.class);
        member.given(JOINED, MODERATES, new ModeratingRoleChanged(ANN, Role.USER, Instant.EPOCH.plusSeconds(1)))
                .when(new EraseMember(SELF, ANN, ""))
                .expectEvents(REQUESTED);
    }

    @Test
    void isRequestedOnceAndConfirmedOnce() {
        member.given(JOINED, REQUESTED).when(new EraseMember(SELF, ANN, "")).expectNoEvents();
        member.given(JOINED, REQUESTED).when(new ConfirmErasure(ANN)).expectEvents(new MemberErased(ANN));
        member.given(JOINED, REQUESTED, new MemberErased(ANN))
                .when(new ConfirmErasure(ANN))
                .expectNoEvents();
    }

    @Test
    void closesTheAccountForGoodFromTheRequestOn() {
        Standing standing = Standing.UNKNOWN.after(JOINED, Instant.EPOCH).after(REQUESTED, Instant.EPOCH);

        assertThat(standing.isBanned(Instant.MAX)).isTrue();
        assertThat(standing.sanctions(Instant.EPOCH)).containsExactly(Sanction.ACCOUNT_BAN);
        assertThat(standing.after(new MemberErased(ANN), Instant.EPOCH)).isEqualTo(standing);
    }

    @Test
    void isConfirmedOnlyAfterTheKeyIsGone() {
        PersonalKeys keys = mock();
        Commands commands = mock();
        given(commands.send(any(), any())).willReturn(CompletableFuture.completedFuture(new Outcome(List.of(), 1)));

        new WhenErasureIsRequestedThenDestroyTheKey(keys, commands).on(REQUESTED, "request", "event");

        var order = inOrder(keys, commands);
        order.verify(keys).destroy(ANN);
        order.verify(commands).send(eq(new ConfirmErasure(ANN)), any());
    }
}

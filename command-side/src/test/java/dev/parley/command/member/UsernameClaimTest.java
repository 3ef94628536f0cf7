package dev.parley.command.member;

import static dev.parley.command.Expected.refused;

import dev.parley.command.SnapshotLog;
import dev.parley.command.SnapshotShape;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.member.Username;
import dev.parley.kernel.member.UsernameEvent.UsernameClaimed;
import dev.parley.kernel.member.UsernameEvent.UsernameReleased;
import dev.parley.kernel.member.UsernameId;
import java.io.IOException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class UsernameClaimTest {
    private static final UserId ANN = new UserId("u-1");
    private static final UserId BEN = new UserId("u-2");
    private static final UsernameId NAME = UsernameId.of(new Username("Ann"));
    private static final UsernameClaimed CLAIMED = new UsernameClaimed(NAME, ANN);
    private final AggregateTestFixture<UsernameClaim> username = new AggregateTestFixture<>(UsernameClaim.class);

    @Nested
    class Claiming {
        @Test
        void makesItTheOwners() {
            username.given(CLAIMED, new UsernameReleased(NAME, ANN))
                    .whenInvoking(NAME.value(), claim -> claim.claim(NAME, BEN))
                    .expectEvents(new UsernameClaimed(NAME, BEN));
        }

        @Test
        void whatIsTheirsAlreadyChangesNothing() {
            username.given(CLAIMED)
                    .whenInvoking(NAME.value(), claim -> claim.claim(NAME, ANN))
                    .expectNoEvents();
        }

        @Test
        void isRefusedWhileItIsSomebodyElses() {
            username.given(CLAIMED)
                    .whenInvoking(NAME.value(), claim -> claim.claim(NAME, BEN))
                    .expectNoEvents()
                    .expectExceptionDetails(refused(Rejection.USERNAME_TAKEN));
        }
    }

    @Nested
    class Releasing {
        @Test
        void freesIt() {
            username.given(CLAIMED)
                    .whenInvoking(NAME.value(), claim -> claim.release(ANN))
                    .expectEvents(new UsernameReleased(NAME, ANN));
        }

        @Test
        void whatIsNotTheirsChangesNothing() {
            username.given(CLAIMED)
                    .whenInvoking(NAME.value(), claim -> claim.release(BEN))
                    .expectNoEvents();
        }
    }

    @Nested
    class FromASnapshot {
        @Test
        void staysTheOwners() {
            username.givenState(FromASnapshot::state)
                    .whenInvoking(NAME.value(), claim -> claim.claim(NAME, BEN))
                    .expectExceptionDetails(refused(Rejection.USERNAME_TAKEN));
        }

        @Test
        void canBeReleased() {
            username.givenState(FromASnapshot::state)
                    .whenInvoking(NAME.value(), claim -> claim.release(ANN))
                    .expectEvents(new UsernameReleased(NAME, ANN));
        }

        @Test
        void hasTheShapeOfItsRevision() throws IOException {
            SnapshotShape.assertOfItsRevision(state());
        }

        private static UsernameClaim state() {
            UsernameClaim claim = new UsernameClaim();
            claim.on(CLAIMED);
            return SnapshotLog.throughJson(claim);
        }
    }
}

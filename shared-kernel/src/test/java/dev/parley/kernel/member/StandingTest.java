package dev.parley.kernel.member;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.kernel.Rejection;
import dev.parley.kernel.classroom.ClassId;
import dev.parley.kernel.member.MemberEvent.ClassJoined;
import dev.parley.kernel.member.MemberEvent.ClassLeft;
import dev.parley.kernel.member.MemberEvent.KidModeDisabled;
import dev.parley.kernel.member.MemberEvent.KidModeEnabled;
import dev.parley.kernel.member.MemberEvent.MemberJoined;
import dev.parley.kernel.member.MemberEvent.MemberRenamed;
import dev.parley.kernel.member.MemberEvent.MemberWarned;
import dev.parley.kernel.member.MemberEvent.MessagePrivacyChosen;
import dev.parley.kernel.member.MemberEvent.SanctionEnded;
import dev.parley.kernel.member.MemberEvent.SanctionImposed;
import dev.parley.kernel.member.MemberEvent.SanctionLifted;
import dev.parley.kernel.member.MemberEvent.TeachingBegun;
import dev.parley.kernel.member.MemberEvent.TeachingEnded;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StandingTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final UserId ANN = new UserId("ann");
    private static final ClassId CHESS = new ClassId("chess");
    private static final ClassId GO = new ClassId("go");

    @Test
    void beginsWithWhoJoined() {
        assertThat(Standing.UNKNOWN.joined()).isFalse();
        Standing joined = after(new MemberJoined(ANN, new Username("Ann"), Instant.EPOCH));
        assertThat(joined.joined()).isTrue();
        assertThat(joined.joinedAt()).isEqualTo(NOON);
        assertThat(joined.privacy()).isEqualTo(MessagePrivacy.EVERYONE);
        assertThat(joined.after(new MemberRenamed(ANN, new Username("Anna"), Instant.EPOCH), NOON.plusSeconds(1)))
                .isEqualTo(joined);
    }

    @Test
    void isAKidsByTheirOwnChoice() {
        assertThat(after(enabled()).kid()).isTrue();
        assertThat(after(enabled()).managed()).isFalse();
        assertThat(after(enabled(), new KidModeDisabled(ANN)).kid()).isFalse();
    }

    @Test
    void isAKidsWhileAManagedClassHasThem() {
        assertThat(after(new ClassJoined(ANN, CHESS, false)).kid()).isFalse();
        assertThat(after(new ClassJoined(ANN, CHESS, true)).kid()).isTrue();
        assertThat(after(new ClassJoined(ANN, CHESS, true), new ClassJoined(ANN, CHESS, false))
                        .kid())
                .isFalse();
        assertThat(after(new ClassJoined(ANN, CHESS, true), new ClassLeft(ANN, CHESS))
                        .kid())
                .isFalse();
    }

    @Test
    void isNoKidsOnceKidModeEndedWhateverClassesTheyAreIn() {
        Standing ended = after(
                enabled(),
                new ClassJoined(ANN, CHESS, true),
                new ClassJoined(ANN, GO, false),
                new KidModeDisabled(ANN));
        assertThat(ended.kid()).isFalse();
        assertThat(ended.attends()).containsOnlyKeys(CHESS, GO);
        assertThat(ended.after(new ClassJoined(ANN, CHESS, true), NOON).kid()).isTrue();
    }

    @Test
    void knowsClasses() {
        Standing both = after(new ClassJoined(ANN, CHESS, false), new TeachingBegun(ANN, GO));
        assertThat(both.classes()).isEqualTo(2);
        assertThat(both.isIn(CHESS)).isTrue();
        assertThat(both.isIn(GO)).isTrue();
        assertThat(both.after(new TeachingEnded(ANN, GO), NOON).isIn(GO)).isFalse();
    }

    @Test
    void knowsFromWhomTheyTakeMessages() {
        assertThat(after(new MessagePrivacyChosen(ANN, MessagePrivacy.FRIENDS)).privacy())
                .isEqualTo(MessagePrivacy.FRIENDS);
    }

    @Test
    void isKeptFromWhatIsImposedUntilItsEnd() {
        Standing banned = after(imposed(1, Sanction.CHAT_BAN, Optional.of(NOON.plusSeconds(60))));
        assertThat(banned.sanctions(NOON)).containsExactly(Sanction.CHAT_BAN);
        assertThat(banned.sanctions(NOON.plusSeconds(59))).containsExactly(Sanction.CHAT_BAN);
        assertThat(banned.sanctions(NOON.plusSeconds(60))).isEmpty();
        assertThat(banned.imposedBy(Rejection.CHAT_BAN).orElseThrow().reason()).isEqualTo("insults");
        assertThat(after(imposed(1, Sanction.ACCOUNT_BAN, Optional.empty())).isBanned(Instant.MAX))
                .isTrue();
    }

    @Test
    void obeysTheLatestOfEachKind() {
        Standing standing = after(
                imposed(1, Sanction.CHAT_BAN, Optional.empty()),
                imposed(2, Sanction.COMM_BAN, Optional.empty()),
                imposed(3, Sanction.CHAT_BAN, Optional.of(NOON.plusSeconds(1))));
        assertThat(standing.sanctions(NOON)).containsExactlyInAnyOrder(Sanction.CHAT_BAN, Sanction.COMM_BAN);
        assertThat(standing.sanctions(NOON.plusSeconds(1))).containsExactly(Sanction.COMM_BAN);
        assertThat(standing.actions()).isEqualTo(3);
    }

    @Test
    void isFreedByTheEndOfThatVerySanction() {
        var first = imposed(1, Sanction.CHAT_BAN, Optional.empty());
        var second = imposed(2, Sanction.CHAT_BAN, Optional.empty());
        var lifted = new SanctionLifted(ANN, first.action(), Sanction.CHAT_BAN);
        assertThat(after(first, lifted).sanctions(NOON)).isEmpty();
        assertThat(after(first, second, lifted).sanctions(NOON)).containsExactly(Sanction.CHAT_BAN);
        assertThat(after(first, second, new SanctionEnded(ANN, second.action(), Sanction.CHAT_BAN))
                        .sanctions(NOON))
                .isEmpty();
    }

    @Test
    void countsWarningsAmongActions() {
        assertThat(after(new MemberWarned(ANN, new ActionId(ANN, 1), "insults")).actions())
                .isEqualTo(1);
    }

    private static SanctionImposed imposed(long number, Sanction sanction, Optional<Instant> until) {
        return new SanctionImposed(ANN, new ActionId(ANN, number), sanction, "insults", until);
    }

    private static Standing after(MemberEvent... events) {
        Standing standing = Standing.UNKNOWN;
        for (MemberEvent event : events) {
            standing = standing.after(event, NOON);
        }
        return standing;
    }

    private static KidModeEnabled enabled() {
        return new KidModeEnabled(ANN, "hash");
    }
}

package dev.parley.query.moderation.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.kernel.PersonalText;
import dev.parley.kernel.member.ActionId;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.moderation.ActionType;
import dev.parley.kernel.moderation.AppealEvent.AppealFiled;
import dev.parley.kernel.moderation.AppealEvent.AppealGranted;
import dev.parley.kernel.moderation.AppealId;
import dev.parley.kernel.moderation.CaseEvent.CaseActioned;
import dev.parley.kernel.moderation.CaseEvent.InquiryLapsed;
import dev.parley.kernel.moderation.CaseEvent.InquiryOpened;
import dev.parley.kernel.moderation.CaseEvent.ReportFiled;
import dev.parley.kernel.moderation.CaseId;
import dev.parley.kernel.moderation.ReportType;
import dev.parley.query.NamesForTests;
import dev.parley.query.ReadRefused;
import dev.parley.query.Streams;
import dev.parley.query.live.LiveSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;

/** What moderators hear as it happens. */
class ModeratorStreamsTest {
    private static final UserId ANN = new UserId("ann");
    private static final UserId BEN = new UserId("ben");
    private static final Actor MOD = Actor.of(new UserId("mod"), Role.MODERATOR);
    private static final CaseId CASE = CaseId.parse("case~conduct~ann~1");
    private static final ActionId ACTION = new ActionId(ANN, 1);

    private final ModeratorStreams streams = new ModeratorStreams(
            new ModeratorFrames(new NamesForTests()),
            new LiveSettings(4, 8, 100, Duration.ofSeconds(15), Duration.ofSeconds(60), Duration.ofSeconds(10)));
    private long position = 10;

    @BeforeEach
    void start() {
        streams.start();
        happens("something else");
    }

    @Test
    void tellTheStoryOfACase() {
        List<String> heard = listen(OptionalLong.empty());
        happens(report(1));
        happens(report(2));
        happens(new InquiryOpened(CASE, MOD.id(), 1, Streams.START));
        happens(new InquiryLapsed(CASE, MOD.id(), 1));
        happens(new CaseActioned(CASE, MOD.id(), ActionType.CHAT_BAN, ACTION, List.of()));
        happens(new AppealFiled(new AppealId(ACTION), ANN, MOD.id(), new PersonalText(ANN, "not me")));
        happens(new AppealGranted(new AppealId(ACTION), ANN, BEN));
        assertThat(heard)
                .containsExactly(
                        "12 case_opened",
                        "14 case_claimed",
                        "15 case_released",
                        "16 case_decided",
                        "17 appeal_filed",
                        "18 appeal_answered");
    }

    @Test
    void sayWhatWasDone() {
        List<String> texts = new ArrayList<>();
        streams.open(MOD, OptionalLong.empty())
                .frames()
                .subscribe(frame -> texts.add(new String(frame.text(), StandardCharsets.UTF_8)));
        happens(new CaseActioned(CASE, MOD.id(), ActionType.CHAT_BAN, ACTION, List.of()));
        assertThat(texts).containsExactly("""
                        {"type":"case_decided","event_id":"12","data":{"case_id":"case~conduct~ann~1",\
                        "moderator":{"id":"mod","username":"mod"},"status":"action","action_type":"chat_ban",\
                        "action_id":"action~ann~1"}}""");
    }

    @Test
    void tellNobodyOfWhatIsAboutThemselves() {
        List<String> heard = listen(Actor.of(ANN, Role.MODERATOR), OptionalLong.empty());
        happens(report(1));
        happens(new AppealFiled(new AppealId(ACTION), ANN, MOD.id(), new PersonalText(ANN, "not me")));
        assertThat(heard).isEmpty();
        assertThat(listen(Actor.of(ANN, Role.MODERATOR), OptionalLong.of(10))).isEmpty();
        assertThat(listen(OptionalLong.of(10))).containsExactly("12 case_opened", "13 appeal_filed");
    }

    @Test
    void beginWithWhatWasMissed() {
        happens(report(1));
        happens(new InquiryOpened(CASE, MOD.id(), 1, Streams.START));
        assertThat(listen(OptionalLong.of(12))).containsExactly("13 case_claimed");
        assertThat(listen(OptionalLong.of(13))).isEmpty();
        assertThat(listen(OptionalLong.of(10))).containsExactly("12 case_opened", "13 case_claimed");
    }

    @Test
    void sayThatMoreWasMissedThanIsKept() {
        assertThat(listen(OptionalLong.of(9))).containsExactly("missed");
        for (int i = 0; i <= 1_000; i++) {
            happens(report(1));
        }
        assertThat(listen(OptionalLong.of(11))).containsExactly("missed");
        assertThat(listen(OptionalLong.of(12))).hasSize(1_000);
    }

    @Test
    void endForWhoIsTooSlow() {
        var opened = streams.open(MOD, OptionalLong.empty());
        List<String> closed = new ArrayList<>();
        opened.stream().whenClosed(() -> closed.add(opened.stream().ending()));
        opened.frames().subscribe(new BaseSubscriber<>() {
            @Override
            protected void hookOnSubscribe(Subscription subscription) {
                subscription.request(1);
            }
        });
        for (int i = 0; i < 6; i++) {
            happens(report(1));
        }
        assertThat(closed).containsExactly(ModeratorStream.SLOW_CONSUMER);
    }

    @Test
    void areForModeratorsAndEndWithTheNode() {
        assertThatThrownBy(() -> streams.open(Actor.of(ANN, Role.USER), OptionalLong.empty()))
                .isInstanceOf(ReadRefused.class);
        List<String> heard = listen(OptionalLong.empty());
        streams.stop();
        assertThat(heard).containsExactly("closed");
    }

    private List<String> listen(OptionalLong after) {
        return listen(MOD, after);
    }

    private List<String> listen(Actor moderator, OptionalLong after) {
        List<String> heard = new ArrayList<>();
        streams.open(moderator, after).frames().subscribe(frame -> heard.add(frame.toString()));
        return heard;
    }

    private static ReportFiled report(long number) {
        return new ReportFiled(
                CASE,
                number,
                BEN,
                ReportType.CHAT,
                new PersonalText(BEN, "They were rude."),
                Optional.empty(),
                Optional.empty());
    }

    private void happens(Object event) {
        position++;
        streams.on(Streams.message("stream", position, event), Streams.at(position));
    }
}

package dev.parley.command.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.command.CommandRejected;
import dev.parley.command.Enrolment.Place;
import dev.parley.command.TestLog;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.classroom.ClassId;
import dev.parley.kernel.member.MemberEvent.ClassJoined;
import dev.parley.kernel.member.MemberEvent.ClassLeft;
import dev.parley.kernel.member.MemberEvent.KidModeDisabled;
import dev.parley.kernel.member.MemberEvent.MemberJoined;
import dev.parley.kernel.member.MemberEvent.TeachingBegun;
import dev.parley.kernel.member.MemberEvent.TeachingEnded;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.member.Username;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Places of several people in one class, on a log in memory. */
class MemberClassesTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final UserId ANN = new UserId("ann");
    private static final UserId BEN = new UserId("ben");
    private static final ClassId CHESS = new ClassId("chess");

    private final TestLog log = new TestLog();
    private Configuration axon;

    @BeforeEach
    void start() {
        log.given(NOON, ANN, new MemberJoined(ANN, new Username("Ann"), Instant.EPOCH))
                .given(NOON, BEN, new MemberJoined(BEN, new Username("Ben"), Instant.EPOCH));
        axon = DefaultConfigurer.defaultConfiguration(false)
                .configureEmbeddedEventStore(configuration -> log.engine())
                .configureAggregate(Member.class)
                .start();
    }

    @AfterEach
    void stop() {
        axon.shutdown();
    }

    @Test
    void areGivenInTheOrderOfTheirIds() throws Throwable {
        place(Map.of(BEN, Place.TEACHER, ANN, Place.STUDENT));
        assertThat(log.added()).containsExactly(new ClassJoined(ANN, CHESS, false), new TeachingBegun(BEN, CHESS));
    }

    @Test
    void thatTheyHaveAlreadyChangeNothing() throws Throwable {
        log.given(NOON, ANN, new ClassJoined(ANN, CHESS, true)).given(NOON, BEN, new TeachingBegun(BEN, CHESS));
        place(Map.of(ANN, Place.MANAGED_STUDENT, BEN, Place.TEACHER));
        assertThat(log.added()).isEmpty();
    }

    @Test
    void canBeTakenAway() throws Throwable {
        log.given(NOON, ANN, new ClassJoined(ANN, CHESS, true)).given(NOON, BEN, new TeachingBegun(BEN, CHESS));
        place(Map.of(ANN, Place.NONE, BEN, Place.NONE));
        assertThat(log.added()).containsExactly(new ClassLeft(ANN, CHESS), new TeachingEnded(BEN, CHESS));
    }

    @Test
    void canBeExchanged() throws Throwable {
        log.given(NOON, ANN, new ClassJoined(ANN, CHESS, false)).given(NOON, BEN, new TeachingBegun(BEN, CHESS));
        place(Map.of(ANN, Place.TEACHER, BEN, Place.MANAGED_STUDENT));
        assertThat(log.added())
                .containsExactly(
                        new ClassLeft(ANN, CHESS),
                        new TeachingBegun(ANN, CHESS),
                        new TeachingEnded(BEN, CHESS),
                        new ClassJoined(BEN, CHESS, true));
    }

    @Test
    void areTakenAnewWhenTheClassBeginsOrCeasesToBeManaged() throws Throwable {
        place(Map.of(ANN, Place.STUDENT));
        place(Map.of(ANN, Place.MANAGED_STUDENT));
        place(Map.of(ANN, Place.STUDENT));
        assertThat(log.added())
                .containsExactly(
                        new ClassJoined(ANN, CHESS, false),
                        new ClassJoined(ANN, CHESS, true),
                        new ClassJoined(ANN, CHESS, false));
    }

    @Test
    void ofWhoWasReleasedFromKidModeAreNotManagedAnyMore() throws Throwable {
        log.given(NOON, ANN, new ClassJoined(ANN, CHESS, true), new KidModeDisabled(ANN));
        place(Map.of(ANN, Place.STUDENT));
        assertThat(log.added()).isEmpty();
    }

    @Test
    void endAt50ClassesForEachPerson() throws Throwable {
        log.given(NOON, BEN, classes(BEN, 49));
        place(Map.of(BEN, Place.STUDENT));
        log.given(NOON, ANN, classes(ANN, 50));
        assertRefused(Map.of(ANN, Place.TEACHER, BEN, Place.NONE), Rejection.CLASS_FULL);
        assertThat(log.engine().lastSequenceNumberFor(BEN.value())).contains(50L);
    }

    @Test
    void inAClassOneIsInNeedNoMoreRoom() throws Throwable {
        log.given(NOON, ANN, classes(ANN, 49)).given(NOON, ANN, new ClassJoined(ANN, CHESS, false));
        place(Map.of(ANN, Place.TEACHER));
        assertThat(log.added()).containsExactly(new ClassLeft(ANN, CHESS), new TeachingBegun(ANN, CHESS));
    }

    @Test
    void areForThoseWhoJoined() {
        assertRefused(Map.of(ANN, Place.STUDENT, new UserId("nobody"), Place.STUDENT), Rejection.UNKNOWN_USER);
        assertThat(log.added()).isEmpty();
    }

    private void assertRefused(Map<UserId, Place> places, Rejection rule) {
        assertThatThrownBy(() -> place(places))
                .isInstanceOfSatisfying(
                        CommandRejected.class,
                        rejected -> assertThat(rejected.rule()).isEqualTo(rule));
    }

    private void place(Map<UserId, Place> places) throws Throwable {
        var classes = new MemberClasses(axon.repository(Member.class));
        TestLog.inOneUnit(() -> {
            classes.place(CHESS, places);
            return places;
        });
    }

    private static Object[] classes(UserId member, int number) {
        return IntStream.rangeClosed(1, number)
                .mapToObj(i -> new ClassJoined(member, new ClassId("c" + i), false))
                .toArray();
    }
}

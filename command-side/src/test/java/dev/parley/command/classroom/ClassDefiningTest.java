package dev.parley.command.classroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.command.CommandRejected;
import dev.parley.command.Enrolment.Place;
import dev.parley.command.SnapshotLog;
import dev.parley.command.TestLog;
import dev.parley.command.classroom.ClassroomCommand.DefineClass;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.classroom.ClassId;
import dev.parley.kernel.classroom.ClassroomEvent.ClassDefined;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Classes, on a log in memory, and whom their places are given to. */
class ClassDefiningTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final ClassId CHESS = new ClassId("chess");
    private static final Actor SERVICE = Actor.of(new UserId("lobby"), Role.SERVICE);
    private static final UserId TEACHER = new UserId("teacher");
    private static final UserId ANN = new UserId("ann");
    private static final UserId BEN = new UserId("ben");

    private final TestLog log = new TestLog();
    private final List<Map<UserId, Place>> placed = new ArrayList<>();
    private boolean full;
    private Configuration axon;

    @BeforeEach
    void start() {
        axon = DefaultConfigurer.defaultConfiguration(false)
                .configureEmbeddedEventStore(configuration -> log.engine())
                .configureAggregate(Classroom.class)
                .registerCommandHandler(
                        configuration -> new ClassDefining(configuration.repository(Classroom.class), this::place))
                .start();
    }

    @AfterEach
    void stop() {
        axon.shutdown();
    }

    @Test
    void beginsAClass() {
        define(SERVICE, List.of(TEACHER), List.of(ANN), false);
        assertThat(placed).containsExactly(Map.of(TEACHER, Place.TEACHER, ANN, Place.STUDENT));
        assertThat(log.added()).containsExactly(defined(List.of(TEACHER), List.of(ANN), false));
    }

    @Test
    void beginsAnEmptyClass() {
        define(SERVICE, List.of(), List.of(), false);
        assertThat(log.added()).containsExactly(defined(List.of(), List.of(), false));
    }

    @Test
    void placesThoseAloneWhosePlaceChanges() {
        log.given(NOON, CHESS.stream(), defined(List.of(TEACHER), List.of(ANN), true));
        define(SERVICE, List.of(TEACHER), List.of(BEN), true);
        assertThat(placed).containsExactly(Map.of(ANN, Place.NONE, BEN, Place.MANAGED_STUDENT));
        assertThat(log.added()).containsExactly(defined(List.of(TEACHER), List.of(BEN), true));
    }

    @Test
    void placesAllStudentsAnewWhenItBeginsToManageThem() {
        log.given(NOON, CHESS.stream(), defined(List.of(TEACHER), List.of(ANN, BEN), false));
        define(SERVICE, List.of(TEACHER), List.of(ANN, BEN), true);
        assertThat(placed).containsExactly(Map.of(ANN, Place.MANAGED_STUDENT, BEN, Place.MANAGED_STUDENT));
    }

    @Test
    void asItIsChangesNothingInWhateverOrder() {
        log.given(NOON, CHESS.stream(), defined(List.of(TEACHER), List.of(ANN, BEN), true));
        define(SERVICE, List.of(TEACHER), List.of(BEN, ANN, BEN), true);
        assertThat(placed).containsExactly(Map.of());
        assertThat(log.added()).isEmpty();
    }

    @Test
    void countsEachPersonOnce() {
        define(SERVICE, List.of(TEACHER, TEACHER), List.of(ANN, ANN), false);
        assertThat(log.added()).containsExactly(defined(List.of(TEACHER), List.of(ANN), false));
    }

    @Test
    void endsAt200People() {
        define(SERVICE, List.of(TEACHER), students(199), false);
        assertRefused(SERVICE, List.of(TEACHER), students(200), Rejection.CLASS_FULL);
        assertThat(log.added()).hasSize(1);
    }

    @Test
    void changesNothingWhereSomebodyCannotBePlaced() {
        full = true;
        assertRefused(SERVICE, List.of(TEACHER), List.of(ANN), Rejection.CLASS_FULL);
        assertThat(log.added()).isEmpty();
    }

    @Test
    void makesNobodyBothTeacherAndStudent() {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> new DefineClass(SERVICE, CHESS, List.of(TEACHER, ANN), List.of(ANN), false))
                .extracting(InvalidValue::field)
                .isEqualTo("students");
    }

    @Test
    void isForServices() {
        assertRefused(Actor.of(TEACHER, Role.ADMIN), List.of(TEACHER), List.of(ANN), Rejection.NOT_ALLOWED);
        assertThat(log.added()).isEmpty();
    }

    @Test
    void goesOnFromASnapshot() {
        Classroom classroom = new Classroom();
        classroom.on(defined(List.of(TEACHER), List.of(ANN), true));
        var next = ClassRegister.of(List.of(TEACHER), List.of(BEN), true);
        assertThat(SnapshotLog.throughJson(classroom).changesTo(next))
                .isEqualTo(Map.of(ANN, Place.NONE, BEN, Place.MANAGED_STUDENT));
    }

    private void place(ClassId classId, Map<UserId, Place> places) {
        assertThat(classId).isEqualTo(CHESS);
        CommandRejected.unless(!full, Rejection.CLASS_FULL, "as asked");
        placed.add(places);
    }

    private void define(Actor actor, List<UserId> teachers, List<UserId> students, boolean managed) {
        axon.commandGateway().sendAndWait(new DefineClass(actor, CHESS, teachers, students, managed));
    }

    private void assertRefused(Actor actor, List<UserId> teachers, List<UserId> students, Rejection rule) {
        assertThatThrownBy(() -> define(actor, teachers, students, false))
                .isInstanceOfSatisfying(
                        CommandRejected.class,
                        rejected -> assertThat(rejected.rule()).isEqualTo(rule));
    }

    private static ClassDefined defined(List<UserId> teachers, List<UserId> students, boolean managed) {
        return new ClassDefined(CHESS, teachers, students, managed);
    }

    private static List<UserId> students(int number) {
        return IntStream.rangeClosed(1, number)
                .mapToObj(i -> new UserId("s" + i))
                .toList();
    }
}

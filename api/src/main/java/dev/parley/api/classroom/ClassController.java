package dev.parley.api.classroom;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.api.http.Dispatch;
import dev.parley.api.identity.Caller;
import dev.parley.api.member.Introductions;
import dev.parley.api.member.PersonName;
import dev.parley.command.classroom.ClassroomCommand.DefineClass;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.classroom.ClassId;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The site's classes, whose teachers reach their students even in kid mode. */
@RestController
@RequestMapping("/api/classes/{classId}")
class ClassController {
    private final Dispatch dispatch;
    private final Introductions introductions;

    ClassController(Dispatch dispatch, Introductions introductions) {
        this.dispatch = dispatch;
        this.introductions = introductions;
    }

    /** @param managed whether its students are kept in kid mode; not unless told */
    record ClassBody(
            @JsonProperty("teachers") List<PersonName> teachers,
            @JsonProperty("students") List<PersonName> students,
            @JsonProperty("managed") Boolean managed) {
        List<PersonName> namedTeachers() {
            return named(teachers, "teachers");
        }

        List<PersonName> namedStudents() {
            return named(students, "students");
        }

        boolean isManaged() {
            return managed != null && managed;
        }

        private static List<PersonName> named(List<PersonName> people, String field) {
            InvalidValue.unless(people != null && people.stream().allMatch(Objects::nonNull), field, "usernames");
            return people;
        }
    }

    /**
     * Says who is in a class, in place of what was said before: usernames, or {@code {"id","username"}} to introduce
     * somebody. By a service. Problems: not-allowed (403), class-full (409), unknown-user, invalid-value (422).
     */
    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> define(
            @PathVariable ClassId classId, @RequestBody ClassBody body, Caller caller, ServerWebExchange exchange) {
        List<PersonName> students = body.namedStudents();
        return introductions
                .people(exchange, caller.actor(), body.namedTeachers())
                .zipWith(introductions.people(exchange, caller.actor(), students))
                .map(people ->
                        new DefineClass(caller.actor(), classId, people.getT1(), people.getT2(), body.isManaged()))
                .flatMap(command -> dispatch.send(exchange, body, command))
                .then();
    }
}

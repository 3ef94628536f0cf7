package dev.parley.command.member;

import dev.parley.command.CommandRejected;
import dev.parley.command.Enrolment;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.classroom.ClassId;
import dev.parley.kernel.member.UserId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Keeps with each person which classes they are in. Everything is decided before anything is applied. */
@Component
class MemberClasses implements Enrolment {
    private final Repository<Member> members;

    MemberClasses(Repository<Member> members) {
        this.members = members;
    }

    @Override
    public void place(ClassId classId, Map<UserId, Place> places) throws Exception {
        Map<UserId, Aggregate<Member>> loaded = loaded(places);
        loaded.values().forEach(member -> member.execute(placed -> requireMayBePlaced(placed, classId)));
        loaded.forEach((id, member) -> member.execute(placed -> placed.place(classId, places.get(id))));
    }

    /** Always in the same order: two classes that change at once do not wait for each other. */
    private Map<UserId, Aggregate<Member>> loaded(Map<UserId, Place> places) throws Exception {
        Map<UserId, Aggregate<Member>> loaded = new LinkedHashMap<>();
        for (UserId id : places.keySet().stream()
                .sorted(Comparator.comparing(UserId::value))
                .toList()) {
            loaded.put(id, members.loadOrCreate(id.value(), Member::new));
        }
        return loaded;
    }

    private static void requireMayBePlaced(Member member, ClassId classId) {
        CommandRejected.unless(member.joined(), Rejection.UNKNOWN_USER, "Somebody named for this class never came.");
        Placing.requireRoom(member.current(), classId);
    }
}

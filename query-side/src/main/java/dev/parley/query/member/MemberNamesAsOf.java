package dev.parley.query.member;

import dev.parley.kernel.member.MemberEvent;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.past.AsOf;
import dev.parley.kernel.past.PastEvent;
import dev.parley.query.Naming;
import dev.parley.query.PastNames;
import dev.parley.query.PastReads;
import dev.parley.query.PersonView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What people were called, from what their own streams said by then: one read for all who are asked for. */
@Component
class MemberNamesAsOf implements PastNames {
    private final PastReads reads;

    MemberNamesAsOf(PastReads reads) {
        this.reads = reads;
    }

    @Override
    public Naming asOf(AsOf asOf) {
        return people -> reads.read(log ->
                names(people, log.all(people.stream().map(UserId::value).toList(), MemberEvent.class, asOf)));
    }

    private static Map<UserId, PersonView> names(Set<UserId> people, List<PastEvent<MemberEvent>> events) {
        Map<UserId, PersonView> names = new HashMap<>();
        people.forEach(person -> names.put(person, PersonView.of(person, person.value())));
        events.stream()
                .map(PastEvent::event)
                .forEach(event -> MemberNames.username(event)
                        .ifPresent(username -> names.put(event.member(), PersonView.of(event.member(), username))));
        return names;
    }
}

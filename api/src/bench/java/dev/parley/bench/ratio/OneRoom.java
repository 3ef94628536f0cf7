package dev.parley.bench.ratio;

import dev.parley.bench.Site;
import dev.parley.load.Person;
import java.io.IOException;
import java.util.List;

/** The same 32 writers all in one room, and each in a room of their own. */
final class OneRoom implements Comparison {
    private final Load ours;
    private final Load baseline;

    OneRoom(Target target, Site site) throws IOException {
        List<Person> people = site.people(AcceptedLines.WRITERS);
        String room = site.room(people);
        List<Posts> posts =
                people.stream().map(person -> new Posts(person, room)).toList();
        ours = new Load(target.port(), AcceptedLines.WRITERS, 201, posts::get);
        baseline = AcceptedLines.inRoomsOfTheirOwn(target, site);
    }

    @Override
    public String name() {
        return "accepted lines, 32 writers in one room / in 32 rooms";
    }

    @Override
    public Side ours() {
        return ours;
    }

    @Override
    public Side baseline() {
        return baseline;
    }
}

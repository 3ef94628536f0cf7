package dev.parley.bench.ratio;

import dev.parley.bench.Site;
import dev.parley.bench.ratio.Rooms.Hall;
import dev.parley.bench.ratio.Side.Tally;
import dev.parley.load.EventStream;
import dev.parley.load.Person;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Lines to all listeners of a room but one who never reads, and to the same listeners without that one. */
final class StalledReader implements Comparison {
    private final Target target;
    private final String room;
    private final Person stalled;
    private final Hall hall;

    /** @param listeners with the one who stalls */
    StalledReader(Target target, Site site, int listeners) throws IOException, InterruptedException {
        this.target = target;
        List<Person> people = site.people(listeners);
        room = site.room(people);
        stalled = people.getLast();
        List<Person> readers = people.subList(0, listeners - 1);
        hall = Hall.open(target.port(), Rooms.stream(room), Rooms.channel(target, people.getFirst(), room), readers);
    }

    @Override
    public String name() {
        int readers = hall.audience().size();
        return "deliveries to " + readers + " listeners with / without another who never reads";
    }

    @Override
    public Side ours() {
        return this::withOneStalled;
    }

    @Override
    public Side baseline() {
        return time -> FanOut.tally(hall.broadcast().flood(time));
    }

    private Tally withOneStalled(Duration time) throws IOException, InterruptedException {
        try (EventStream stream = EventStream.openStalled(target.port(), Rooms.stream(room), stalled.headers())) {
            Target.require(stream.status(), 200);
            return FanOut.tally(hall.broadcast().flood(time));
        }
    }

    @Override
    public void close() {
        hall.close();
    }
}

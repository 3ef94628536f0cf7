package dev.parley.bench.ratio;

import dev.parley.bench.Site;
import dev.parley.bench.ratio.Side.Tally;
import dev.parley.load.ApiClient;
import dev.parley.load.Person;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Lines accepted by 32 writers in 32 rooms, beside as many raw writers that commit each event by itself. */
final class AcceptedLines implements Comparison {
    static final int WRITERS = 32;

    private final Target target;
    private final Load ours;

    AcceptedLines(Target target, Site site) throws IOException {
        this.target = target;
        ours = inRoomsOfTheirOwn(target, site);
    }

    /** Each writer in another room. */
    static Load inRoomsOfTheirOwn(Target target, Site site) throws IOException {
        List<Person> people = site.people(WRITERS);
        List<Posts> posts = new ArrayList<>();
        for (Person person : people) {
            posts.add(new Posts(person, site.room(List.of(person))));
        }
        return new Load(target.port(), WRITERS, 201, posts::get);
    }

    @Override
    public String name() {
        return "accepted lines, 32 writers in 32 rooms / raw appends, one fsynced commit each, 32 writers";
    }

    @Override
    public Side ours() {
        return ours;
    }

    @Override
    public Side baseline() {
        return this::append;
    }

    private Tally append(Duration time) throws IOException {
        String path = "/appends?writers=" + WRITERS + "&millis=" + time.toMillis();
        try (ApiClient bare = new ApiClient(target.barePort())) {
            var answer = bare.exchange("POST", path).orFail("appending").body();
            return Tally.of(
                    answer.path("appended").asLong(), 0, answer.path("nanos").asLong());
        }
    }
}

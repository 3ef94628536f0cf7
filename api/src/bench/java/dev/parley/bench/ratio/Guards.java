package dev.parley.bench.ratio;

import dev.parley.bench.Site;
import dev.parley.load.HttpConnection;
import dev.parley.load.Person;
import java.io.IOException;
import java.util.List;

/** The same handler behind authentication, limits, filters and metrics, and behind nothing. */
final class Guards implements Comparison {
    private static final int CONNECTIONS = 32;

    private final Load ours;
    private final Load baseline;

    Guards(Target target, Site site) throws IOException, InterruptedException {
        Person reader = site.people(1).getFirst();
        byte[] page = HttpConnection.request("GET", "/api/bench/page", reader.headers(), "");
        byte[] bare = HttpConnection.request("GET", "/page", reader.headers(), "");
        String room = site.room(List.of(reader));
        site.fill(room, reader, 1);
        try (HttpConnection connection = new HttpConnection(target.port())) {
            byte[] line = HttpConnection.request("GET", Posts.path(room), reader.headers(), "");
            Target.require(connection.send(line), 200);
            target.record(connection);
        }
        ours = new Load(target.port(), CONNECTIONS, 200, number -> () -> page);
        baseline = new Load(target.barePort(), CONNECTIONS, 200, number -> () -> bare);
    }

    @Override
    public String name() {
        return "one handler with / without authentication, limits and metrics";
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

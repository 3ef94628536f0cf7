package dev.parley.bench.ratio;

import dev.parley.bench.Site;
import dev.parley.load.HttpConnection;
import dev.parley.load.Person;
import java.io.IOException;
import java.util.List;

/** The newest 50 lines of a room over and over, beside a bare route with the same bytes and headers. */
final class HotPage implements Comparison {
    private static final int CONNECTIONS = 32;
    private static final int LINES = 50;

    private final Load ours;
    private final Load baseline;

    HotPage(Target target, Site site) throws IOException, InterruptedException {
        Person reader = site.people(1).getFirst();
        String room = site.room(List.of(reader));
        site.fill(room, reader, LINES);
        byte[] request = HttpConnection.request("GET", Posts.path(room), reader.headers(), "");
        try (HttpConnection connection = new HttpConnection(target.port())) {
            Target.require(connection.send(request), 200);
            target.record(connection);
        }
        byte[] bare = HttpConnection.request("GET", "/page", reader.headers(), "");
        ours = new Load(target.port(), CONNECTIONS, 200, number -> () -> request);
        baseline = new Load(target.barePort(), CONNECTIONS, 200, number -> () -> bare);
    }

    @Override
    public String name() {
        return "hot room page, 50 lines / bare route, same bytes and headers";
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

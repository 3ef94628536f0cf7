package dev.parley.bench.ratio;

import dev.parley.bench.Audience;
import dev.parley.bench.Broadcast;
import dev.parley.bench.Broadcast.Channel;
import dev.parley.bench.Site;
import dev.parley.bench.Words;
import dev.parley.load.EventStream;
import dev.parley.load.HttpConnection;
import dev.parley.load.Person;
import java.io.IOException;
import java.util.List;

/** Ways in and out of a room that people listen to, and of the bare stream. */
final class Rooms {
    private Rooms() {}

    static String stream(String room) {
        return "/api/chat/" + room + "/stream";
    }

    /** Lines that this person writes in a room. */
    static Channel channel(Target target, Person author, String room) {
        Posts posts = new Posts(author, room);
        return new Channel(target.port(), 201, number -> posts.withContent(content(number)));
    }

    private static String content(long number) {
        return "#" + number + " " + Words.line();
    }

    /** The same events as in a room, encoded already, into the bare stream. */
    static Channel bareChannel(Target target, Person author, String room) throws IOException {
        String sample = "#0 " + Words.line();
        String frame = frame(target, author, room, sample);
        return new Channel(
                target.barePort(),
                200,
                number -> HttpConnection.request("POST", "/stream", List.of(), frame.replace(sample, content(number))));
    }

    private static String frame(Target target, Person author, String room, String content) throws IOException {
        try (EventStream stream = EventStream.open(target.port(), stream(room), author.headers());
                HttpConnection connection = new HttpConnection(target.port())) {
            Target.require(stream.status(), 200);
            Target.require(connection.send(new Posts(author, room).withContent(content)), 201);
            do {
                stream.next();
            } while (!stream.data().contains(content));
            return "id:" + stream.lastId() + "\nevent:" + stream.name() + "\ndata:" + stream.data() + "\n\n";
        }
    }

    /** Audience and way in of one room or stream. */
    record Hall(Audience audience, Broadcast broadcast) implements AutoCloseable {
        static Hall open(int port, String path, Channel channel, List<Person> people) throws InterruptedException {
            Broadcast broadcast = new Broadcast(channel, people.size());
            return new Hall(Audience.open(port, path, people, broadcast), broadcast);
        }

        static Hall ofNewRoom(Target target, Site site, int listeners) throws IOException, InterruptedException {
            List<Person> people = site.people(listeners);
            String room = site.room(people);
            return open(target.port(), stream(room), channel(target, people.getFirst(), room), people);
        }

        static Hall bare(Target target, Site site, int listeners) throws IOException, InterruptedException {
            List<Person> people = site.people(listeners);
            String room = site.room(people);
            return open(target.barePort(), "/stream", bareChannel(target, people.getFirst(), room), people);
        }

        @Override
        public void close() {
            audience.close();
        }
    }
}

package dev.parley.bench.bare;

import dev.parley.bench.chat.ChatFile;
import dev.parley.command.Command;
import dev.parley.command.CommandRejected;
import dev.parley.command.Commands;
import dev.parley.command.Origin;
import dev.parley.command.StoreUnavailable;
import dev.parley.command.forum.TopicCommand.AddPost;
import dev.parley.command.forum.TopicCommand.StartTopic;
import dev.parley.command.member.MemberCommand.Appear;
import dev.parley.command.room.RoomCommand.OpenRoom;
import dev.parley.command.room.RoomCommand.People;
import dev.parley.command.room.RoomCommand.PostMessage;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.forum.CategoryId;
import dev.parley.kernel.forum.PostText;
import dev.parley.kernel.forum.TopicId;
import dev.parley.kernel.forum.TopicTitle;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.member.Username;
import dev.parley.kernel.room.ChatText;
import dev.parley.kernel.room.EntityId;
import dev.parley.kernel.room.RoomType;
import dev.parley.load.Clients;
import dev.parley.load.Lane;
import dev.parley.load.Lane.Line;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * Has chat and a forum written by commands within the server, without HTTP: {@code POST /fill?file=…} with {@code round} and
 * {@code lines} plays that file into rooms of its own, with {@code people} and {@code topics} has {@code person-0} and so on,
 * who have come before, write topics with ten posts each on average. What a rule refuses is passed over. {@code GET /fill}
 * tells whether it goes on.
 */
@Component
@Profile("bench")
class CommandedFill {
    private static final int WRITERS = 32;
    private static final int POSTS_PER_TOPIC = 10;
    private static final int LINES_PER_POST = 2;

    private final Commands commands;
    private final Clock clock;
    private final AtomicReference<Thread> working = new AtomicReference<>();
    private final AtomicReference<String> failure = new AtomicReference<>("");

    CommandedFill(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    /** @param failure empty unless something failed */
    record Progress(boolean running, String failure) {}

    Mono<ServerResponse> progress(ServerRequest request) {
        Thread thread = working.get();
        return ServerResponse.ok().bodyValue(new Progress(thread != null && thread.isAlive(), failure.get()));
    }

    Mono<ServerResponse> begin(ServerRequest request) {
        Path file = Path.of(request.queryParam("file").orElseThrow());
        Work work = request.queryParam("topics").isPresent()
                ? () -> forum(ChatFile.texts(file), number(request, "people"), number(request, "topics"))
                : () -> chat(file, request.queryParam("round").orElseThrow(), number(request, "lines"));
        working.set(Thread.ofPlatform().name("fill").start(() -> run(work)));
        return ServerResponse.ok().build();
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private void run(Work work) {
        try {
            work.run();
        } catch (IOException | InterruptedException | RuntimeException e) {
            failure.set(e.toString());
        }
    }

    private static int number(ServerRequest request, String name) {
        return request.queryParam(name).map(Integer::parseInt).orElseThrow();
    }

    /** Plays the file into rooms of its own, so many lines of it at most. */
    private void chat(Path file, String round, long lines) throws IOException, InterruptedException {
        List<Lane> lanes = ChatFile.read(file, 1, lines);
        Set<String> users = lanes.stream()
                .flatMap(lane -> lane.lines().stream())
                .map(Line::user)
                .collect(Collectors.toSet());
        inParallel(users, user -> send(new Appear(actor(user), Username.offered(user), clock.instant())));
        inParallel(lanes, lane -> play(lane, new EntityId(lane.team() + round)));
    }

    private void play(Lane lane, EntityId team) {
        Set<UserId> people = new HashSet<>();
        lane.lines().forEach(line -> people.add(id(line.user())));
        var open = new OpenRoom(Actor.SYSTEM, RoomType.TEAM, team, new People(List.copyOf(people), List.of()), true);
        send(open);
        for (Line line : lane.lines()) {
            text(line.content(), ChatText::new)
                    .ifPresent(content -> send(new PostMessage(actor(line.user()), open.roomId(), content)));
        }
    }

    private void forum(List<String> lines, int people, int topics) throws InterruptedException {
        inParallel(IntStream.range(0, topics).boxed().toList(), topic -> {
            TopicId id = TopicId.fresh();
            String title = "Topic " + topic + ": " + line(lines, topic);
            send(new StartTopic(
                    person(topic % people),
                    id,
                    new CategoryId(topic % 2 == 0 ? "general" : "off-topic"),
                    new TopicTitle(title.substring(0, Math.min(title.length(), TopicTitle.MAX_CODE_POINTS / 2))),
                    new PostText(line(lines, topic + 1))));
            for (int post = 0; post < topic % (2 * POSTS_PER_TOPIC); post++) {
                int from = (topic * POSTS_PER_TOPIC + post) * LINES_PER_POST;
                String content = line(lines, from) + "\n" + line(lines, from + 1);
                int author = (topic + 31 * post) % people;
                text(content, PostText::new).ifPresent(text -> send(new AddPost(person(author), id, text)));
            }
        });
    }

    private static String line(List<String> lines, int number) {
        return lines.get(number % lines.size());
    }

    private interface Making<T> {
        T of(String text);
    }

    private static <T> Optional<T> text(String content, Making<T> making) {
        try {
            return Optional.of(making.of(content));
        } catch (InvalidValue refused) {
            return Optional.empty();
        }
    }

    private static Actor person(int number) {
        return actor("person-" + number);
    }

    private static Actor actor(String user) {
        return Actor.of(id(user), Role.USER);
    }

    /** As the embedded issuer names people. */
    private static UserId id(String user) {
        return new UserId("dev-" + user.toLowerCase(Locale.ROOT));
    }

    private void send(Command command) {
        boolean again = true;
        while (again) {
            try {
                commands.send(command, Origin.of("fill")).join();
                again = false;
            } catch (CompletionException failure) {
                again = failure.getCause() instanceof StoreUnavailable;
                if (!again && !(failure.getCause() instanceof CommandRejected)) {
                    throw failure;
                }
            }
        }
    }

    private static <T> void inParallel(Collection<T> all, Consumer<T> step) throws InterruptedException {
        Queue<T> queue = new ConcurrentLinkedQueue<>(all);
        Clients.run(WRITERS, () -> {
            for (T next = queue.poll(); next != null; next = queue.poll()) {
                step.accept(next);
            }
        });
    }
}

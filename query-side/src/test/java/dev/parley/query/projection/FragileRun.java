package dev.parley.query.projection;

import static dev.parley.query.RunningReadModel.eventually;

import com.mongodb.client.model.Filters;
import dev.parley.fragile.FragileLines;
import dev.parley.kernel.PersonalText;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.operations.LetterId;
import dev.parley.kernel.operations.ProjectionEvent;
import dev.parley.kernel.operations.ProjectionEvent.RetryRequested;
import dev.parley.kernel.operations.ProjectionEvent.SkipRequested;
import dev.parley.kernel.operations.ProjectionName;
import dev.parley.kernel.room.RoomEvent.MessagePosted;
import dev.parley.kernel.room.RoomId;
import dev.parley.query.MongoForTests;
import dev.parley.query.ProjectionRun;
import dev.parley.query.RunningReadModel;
import dev.parley.query.Streams;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.bson.Document;

/** The query side with a projection that fails as it is told. */
final class FragileRun implements AutoCloseable {
    static final ProjectionName LINES = new ProjectionName(FragileLines.NAME);

    private static final UserId ANN = new UserId("ann");

    final MongoForTests mongo = new MongoForTests();
    private final EventStorageEngine log = new InMemoryEventStorageEngine();
    private final Map<String, Long> lines = new HashMap<>();
    private final String[] settings;
    private RunningReadModel readModel;
    private long asked;

    FragileRun(String... settings) {
        this.settings = settings;
        start();
    }

    private void start() {
        readModel =
                new RunningReadModel(log, mongo.address(), early -> early.registerBean(FragileLines.class), settings);
    }

    void restart() {
        readModel.close();
        start();
    }

    /** Stops, and has the projection read the log from its first event on, with all that it has stored by then. */
    void beginAgain() {
        long position = readModel.append(List.of());
        readModel.close();
        ReadModelTokens.forget(mongo.writtenDatabase(), ProjectionRun.first(FragileLines.NAME));
        start();
        reach(position);
    }

    FragileLines lines() {
        return readModel.bean(FragileLines.class);
    }

    <T> T bean(Class<T> type) {
        return readModel.bean(type);
    }

    /** Appends a line to a room for each of these, which are {@code room:text}, all at once; gives the last position. */
    long say(String... said) {
        List<DomainEventMessage<?>> events = new ArrayList<>();
        for (String each : said) {
            String[] parts = each.split(":");
            RoomId room = new RoomId("game~" + parts[0]);
            long number = lines.merge(parts[0], 1L, Long::sum);
            var line = new MessagePosted(room, number, ANN, new PersonalText(ANN, parts[1]));
            events.add(Streams.message(room.value(), number, line));
        }
        return readModel.append(events);
    }

    /** Waits until the projection's first run has stored all up to this position, or put it aside. */
    void reach(long position) {
        reach(ProjectionRun.first(FragileLines.NAME), position);
    }

    void reach(ProjectionRun run, long position) {
        eventually(() -> readModel.bean(ProjectionPositions.class).index(run) >= position);
    }

    /** Ends the pause after a failure. */
    void tryAgain() {
        readModel
                .bean(EventProcessingConfiguration.class)
                .eventProcessor(FragileLines.NAME, ProjectionProcessor.class)
                .orElseThrow()
                .tryAgain();
    }

    /** What is stored of a room, in its order: texts by the numbers of its lines. */
    List<String> stored(String room) {
        return stored(FragileLines.NAME, room);
    }

    List<String> stored(String collection, String room) {
        return mongo.documents(collection).stream()
                .filter(found -> found.getString("_id").equals("game~" + room))
                .flatMap(found -> Stream.iterate(1, number -> number + 1)
                        .limit(found.getLong("last"))
                        .map(number -> found.get("line" + number, Document.class))
                        .map(line -> line == null ? "-" : line.getString("value")))
                .toList();
    }

    /** The letters as {@code version room:place}, with an exclamation mark where they failed and do not only wait. */
    List<String> letters() {
        return mongo.documents("dead_letters").stream()
                .map(letter -> "%s %s:%d%s"
                        .formatted(
                                letter.getString("run")
                                        .replace(FragileLines.NAME, "")
                                        .replace("-v", ""),
                                letter.getString("stream").substring("game~".length()),
                                letter.getLong("place"),
                                letter.containsKey("failure") ? "!" : "")
                        .strip())
                .toList();
    }

    LetterId letter(int index) {
        String[] id =
                mongo.documents("dead_letters").get(index).getString("_id").split("~");
        return new LetterId(Integer.parseInt(id[1]), Long.parseLong(id[2]));
    }

    /** Removes a letter behind the back of the run. */
    void removeLetter(int index) {
        Document letter = mongo.documents("dead_letters").get(index);
        mongo.writtenDatabase().getCollection("dead_letters").deleteOne(Filters.eq(letter.getString("_id")));
    }

    void retryAll() {
        ask(new RetryRequested(LINES, Optional.empty()));
    }

    void retry(LetterId letter) {
        ask(new RetryRequested(LINES, Optional.of(letter)));
    }

    void skip(LetterId letter) {
        ask(new SkipRequested(LINES, letter));
    }

    void ask(ProjectionEvent event) {
        readModel.append(List.of(new GenericDomainEventMessage<>(
                "ProjectionControl", event.projection().toString(), asked++, event)));
    }

    /** Waits until all that was asked for is done. */
    void done() {
        long position = readModel.append(List.of());
        reach(ProjectionRun.first(Operations.PROJECTION), position);
        eventually(() -> registered().fillings().stream()
                .allMatch(filling -> filling.letters().requests().isEmpty()));
    }

    Registered registered() {
        return readModel.bean(Registry.class).of(List.of(FragileLines.NAME)).get(FragileLines.NAME);
    }

    Optional<Filling> version(int version) {
        return registered().find(filling -> filling.run().version() == version);
    }

    @Override
    public void close() {
        readModel.close();
        mongo.close();
    }
}

package dev.parley.command.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.command.log.LogPages;
import dev.parley.command.log.LogPages.Entry;
import dev.parley.command.log.LogPages.Page;
import dev.parley.command.log.Standings;
import dev.parley.kernel.Envelope;
import dev.parley.kernel.member.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the log holds of one person, as {@link Shares} has it, straight from the event store. While they are in kid mode,
 * without what others wrote to them. Looks through the whole log for the person's id.
 */
@Component
public class PersonalExport {
    /** So many positions are looked at in one read. */
    private static final int POSITIONS_PER_READ = 10_000;

    private static final int EVENTS_PER_READ = 256;
    private static final JsonMapper JSON = new JsonMapper();

    private final LogPages log;
    private final Standings standings;
    private final Executor executor;

    /** @param executor for reading, which blocks */
    PersonalExport(LogPages log, Standings standings, @Qualifier("commandExecutor") Executor executor) {
        this.log = log;
        this.standings = standings;
        this.executor = executor;
    }

    /**
     * One event.
     *
     * @param reason what a moderator said to the person with it, if that is told with this event
     * @param people everybody whom the payload names, by their ids
     */
    public record Own(
            String type, Instant at, Map<String, Object> payload, Optional<String> reason, Set<UserId> people) {
        public Own {
            people = Set.copyOf(people);
        }
    }

    /**
     * A part of an export.
     *
     * @param events oldest first; may be none
     * @param next position to go on behind; empty at the end of the log as it is now
     */
    public record Part(List<Own> events, OptionalLong next) {
        public Part {
            events = List.copyOf(events);
        }
    }

    /**
     * The next part.
     *
     * @param position in the log behind which it begins; 0 for the beginning
     */
    public CompletableFuture<Part> behind(UserId person, long position) {
        return CompletableFuture.supplyAsync(() -> part(person, position), executor);
    }

    private Part part(UserId person, long position) {
        boolean kid = standings.of(person).kid();
        Page page = log.holding(bytes(person), position, POSITIONS_PER_READ, EVENTS_PER_READ);
        List<Own> events = page.entries().stream()
                .flatMap(entry -> own(entry, person, kid))
                .toList();
        return new Part(events, page.next());
    }

    private static Stream<Own> own(Entry entry, UserId person, boolean kid) {
        return Shares.of(entry.event(), person).filter(share -> !kid || !share.received()).stream()
                .map(share -> own(entry, share));
    }

    private static Own own(Entry entry, Share share) {
        var disclosure = new ToOneself();
        Map<String, Object> payload = Lines.payload(entry.event().getPayload(), share.without(), disclosure);
        Optional<String> reason = Optional.of(Envelope.REASON)
                .filter(key -> share.reason())
                .map(key -> (String) entry.event().getMetaData().get(key));
        return new Own(
                entry.event().getPayloadType().getSimpleName(),
                entry.event().getTimestamp(),
                payload,
                reason,
                disclosure.people());
    }

    /** As the id stands within the log's JSON. */
    private static byte[] bytes(UserId person) {
        String quoted = JSON.writeValueAsString(person.value());
        return quoted.substring(1, quoted.length() - 1).getBytes(UTF_8);
    }
}

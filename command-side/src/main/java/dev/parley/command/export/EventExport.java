package dev.parley.command.export;

import dev.parley.command.CommandRejected;
import dev.parley.command.PseudonymKeys;
import dev.parley.command.log.LogPages;
import dev.parley.command.log.LogPages.Entry;
import dev.parley.command.log.LogPages.Page;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.Actor;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The events of the log as lines of JSON, for analysts: straight from the event store, in the order of the log, in today's
 * shapes. Nothing of it is kept between one part and the next.
 */
@Component
public class EventExport {
    private static final int EVENTS_PER_READ = 256;
    private static final JsonMapper JSON = new JsonMapper();

    private final LogPages texts;
    private final LogPages textless;
    private final PseudonymKeys keys;
    private final Executor executor;

    /**
     * @param textless from which texts could not be told by mistake either
     * @param executor for reading, which blocks
     */
    EventExport(
            LogPages texts,
            @Qualifier("textlessLogPages") LogPages textless,
            PseudonymKeys keys,
            @Qualifier("commandExecutor") Executor executor) {
        this.texts = texts;
        this.textless = textless;
        this.keys = keys;
        this.executor = executor;
    }

    /**
     * What is asked for.
     *
     * @param key name of the {@link ExportKey}
     */
    public record Question(Actor viewer, Detail detail, String key, Wanted wanted) {
        /** @throws InvalidValue if the key has another shape */
        public Question {
            ExportKey.requireShape(key);
        }

        private ExportKey exportKey() {
            return new ExportKey(viewer, key);
        }
    }

    /**
     * Which events are asked for.
     *
     * @param types names of their types; empty for all
     * @param from first instant at which they happened
     * @param to first instant that is too late
     */
    public record Wanted(Set<String> types, Optional<Instant> from, Optional<Instant> to) {
        /** @throws InvalidValue if there is no such type, or the end is before the beginning */
        public Wanted {
            types = Set.copyOf(types);
            EventTypes.requireKnown(types);
            InvalidValue.unless(
                    from.isEmpty() || to.isEmpty() || !to.get().isBefore(from.get()), "to", "not before from");
        }

        private boolean includes(Entry line) {
            return (types.isEmpty()
                            || types.contains(line.event().getPayloadType().getSimpleName()))
                    && from.filter(line.event().getTimestamp()::isBefore).isEmpty()
                    && !isTooLate(line);
        }

        private boolean isTooLate(Entry line) {
            return to.isPresent() && !line.event().getTimestamp().isBefore(to.get());
        }

        /** Whether nothing in or behind this can be asked for. */
        private boolean isOver(Page page) {
            return to.isPresent()
                    && page.entries().stream()
                            .allMatch(line -> !line.event()
                                    .getTimestamp()
                                    .isBefore(to.get().plus(LogPages.SETTLED)));
        }
    }

    /**
     * A part of an export.
     *
     * @param lines in UTF-8, each with its line feed; may be none
     * @param next position to go on behind; empty at the end of the log as it is now
     */
    public record Part(byte[] lines, OptionalLong next) {}

    /**
     * The next part: what of the next {@value #EVENTS_PER_READ} events is asked for.
     *
     * @param position in the log behind which it begins; 0 for the beginning
     * @return fails with {@link CommandRejected} as {@code NOT_ALLOWED} unless the viewer analyses, or administers where
     *     names are asked for
     */
    public CompletableFuture<Part> behind(Question question, long position) {
        return CompletableFuture.supplyAsync(() -> part(question, position), executor);
    }

    /** JSON Schema 2020-12 of a line. */
    public Map<String, Object> schema(Detail detail) {
        return Lines.schema(detail);
    }

    private Part part(Question question, long position) {
        Wanted wanted = question.wanted();
        Page page = switch (question.detail()) {
            case PSEUDONYMOUS -> {
                CommandRejected.unless(question.viewer().analyses(), Rejection.NOT_ALLOWED, "This is for analysts.");
                yield page(textless, wanted, position);
            }
            case NAMED -> {
                CommandRejected.unless(
                        question.viewer().administers(), Rejection.NOT_ALLOWED, "Names and texts are for admins.");
                yield page(texts, wanted, position);
            }
        };
        byte[] lines = lines(page, wanted, disclosure(question));
        return new Part(lines, wanted.isOver(page) ? OptionalLong.empty() : page.next());
    }

    private static Page page(LogPages log, Wanted wanted, long position) {
        long begin = position > 0 ? position : wanted.from().map(log::before).orElse(0L);
        return log.behind(begin, EVENTS_PER_READ);
    }

    private Disclosure disclosure(Question question) {
        return switch (question.detail()) {
            case PSEUDONYMOUS -> new Pseudonymous(keys.of(question.exportKey().full()));
            case NAMED -> new Named();
        };
    }

    private static byte[] lines(Page page, Wanted wanted, Disclosure disclosure) {
        var lines = new ByteArrayOutputStream();
        page.entries().stream().filter(wanted::includes).forEach(line -> {
            lines.writeBytes(JSON.writeValueAsBytes(Lines.json(line, disclosure)));
            lines.write('\n');
        });
        return lines.toByteArray();
    }
}

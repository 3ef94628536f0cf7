package dev.parley.query.moderation.discipline;

import static com.mongodb.client.model.Filters.eq;

import dev.parley.kernel.member.ActionId;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.moderation.ActionType;
import dev.parley.query.Latest;
import dev.parley.query.ReadModel;
import dev.parley.query.ReadModels;
import dev.parley.query.moderation.discipline.Discipline.Action;
import dev.parley.query.moderation.discipline.Discipline.Over;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads what was done about people: one document each. */
@Component
public class Disciplines {
    private final ReadModel stored;

    Disciplines(ReadModels readModels) {
        this.stored = readModels.of(DisciplineDocument.COLLECTION);
    }

    /** What was done about this person, which may be nothing. */
    public CompletableFuture<Discipline> of(UserId person) {
        return Mono.from(stored.find(eq(person.value())).first())
                .map(found -> discipline(person, found))
                .defaultIfEmpty(Discipline.NONE)
                .toFuture();
    }

    private static Discipline discipline(UserId person, Document stored) {
        Document all = stored.get(DisciplineDocument.ACTIONS, new Document());
        Document ends = stored.get(DisciplineDocument.OVER, new Document());
        List<Action> actions = new ArrayList<>();
        Set<ActionType> later = EnumSet.noneOf(ActionType.class);
        for (String place : latestFirst(all)) {
            long number = Latest.since(all, place);
            Document action = Latest.read(all, place, Document.class).orElseThrow();
            ActionType type = ActionType.of(action.getString(DisciplineDocument.TYPE));
            var id = new ActionId(person, number);
            boolean wrong = Latest.since(stored.get(DisciplineDocument.WRONG, new Document()), place) == number;
            actions.add(action(id, action, over(ends, place, number), !later.add(type), wrong));
        }
        return new Discipline(
                actions,
                stored.getList(DisciplineDocument.TIMEOUTS, Document.class, List.of())
                        .size());
    }

    private static List<String> latestFirst(Document all) {
        return all.keySet().stream()
                .sorted(Comparator.comparing((String place) -> Latest.since(all, place))
                        .reversed())
                .toList();
    }

    private static Action action(ActionId id, Document stored, Optional<Over> over, boolean replaced, boolean wrong) {
        return new Action(
                id,
                ActionType.of(stored.getString(DisciplineDocument.TYPE)),
                stored.getString(DisciplineDocument.REASON),
                new UserId(stored.getString(DisciplineDocument.BY)),
                stored.getDate(DisciplineDocument.AT).toInstant(),
                Optional.ofNullable(stored.getDate(DisciplineDocument.UNTIL))
                        .map(Date::toInstant)
                        .orElse(Instant.MAX),
                over.stream().toList(),
                replaced,
                wrong);
    }

    private static Optional<Over> over(Document ends, String place, long number) {
        return Latest.read(ends, place, Document.class)
                .filter(end -> Latest.since(ends, place) == number)
                .map(end -> new Over(
                        end.getBoolean(DisciplineDocument.LIFTED),
                        new UserId(end.getString(DisciplineDocument.BY)),
                        end.getString(DisciplineDocument.REASON),
                        end.getDate(DisciplineDocument.AT).toInstant()));
    }
}

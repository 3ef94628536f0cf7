package dev.parley.command.forum;

import dev.parley.command.KnownNames;
import dev.parley.command.log.CurrentTies;
import dev.parley.command.log.Standings;
import dev.parley.kernel.forum.Mentions;
import dev.parley.kernel.forum.PostText;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.member.Username;
import dev.parley.kernel.relations.Ties;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Whom a post speaks of with {@code @name}, of the first 20 names: at most 5 people, other than its author, none of whom blocks the author or
 * is blocked by them, and nobody in kid mode.
 */
@Component
class Mentioned {
    private final KnownNames names;
    private final CurrentTies ties;
    private final Standings standings;

    Mentioned(KnownNames names, CurrentTies ties, Standings standings) {
        this.names = names;
        this.ties = ties;
        this.standings = standings;
    }

    List<UserId> by(UserId author, PostText text) {
        List<Username> named = Mentions.in(text.value());
        if (named.isEmpty()) {
            return List.of();
        }
        Ties own = ties.of(author);
        return named.stream()
                .map(names::find)
                .flatMap(Optional::stream)
                .distinct()
                .filter(person -> !person.equals(author) && !own.blocks(person) && takes(person, author))
                .limit(Mentions.MOST)
                .toList();
    }

    private boolean takes(UserId person, UserId author) {
        return !ties.of(person).blocks(author) && !standings.of(person).kid();
    }
}

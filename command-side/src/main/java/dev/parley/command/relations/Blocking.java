package dev.parley.command.relations;

import dev.parley.command.log.ReadSet;
import dev.parley.command.relations.RelationsCommand.Block;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.relations.RelationsId;
import java.util.Comparator;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Blocks people: the relations of both change together, in one unit of work. */
@Component
class Blocking {
    private final Repository<Relations> relations;

    Blocking(Repository<Relations> relations) {
        this.relations = relations;
    }

    @CommandHandler
    void handle(Block command) throws Exception {
        Relations.requirePerson(command.actor());
        UserId person = command.actor().id();
        UserId other = command.other();
        lock(person, other);
        Aggregate<Relations> theirs = of(other);
        ReadSet.note(RelationsId.of(other).value(), theirs);
        of(person).execute(own -> own.block(person, other));
        theirs.execute(blocked -> blocked.unfollow(other, person));
    }

    /** Always in the same order: two who block each other at once do not wait for each other. */
    private void lock(UserId one, UserId other) throws Exception {
        for (UserId person : Stream.of(one, other)
                .sorted(Comparator.comparing(UserId::value))
                .toList()) {
            of(person);
        }
    }

    private Aggregate<Relations> of(UserId person) throws Exception {
        return relations.loadOrCreate(RelationsId.of(person).value(), Relations::new);
    }
}

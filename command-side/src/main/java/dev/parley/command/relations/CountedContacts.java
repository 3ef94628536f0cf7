package dev.parley.command.relations;

import dev.parley.command.Contacts;
import dev.parley.command.log.ReadSet;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.relations.RelationsId;
import dev.parley.kernel.relations.Ties;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Keeps with a person's relations when they began conversations. */
@Component
class CountedContacts implements Contacts {
    private final Repository<Relations> relations;

    CountedContacts(Repository<Relations> relations) {
        this.relations = relations;
    }

    @Override
    public Ties hold(UserId person) throws Exception {
        Aggregate<Relations> held = of(person);
        ReadSet.note(RelationsId.of(person).value(), held);
        return held.invoke(Relations::current);
    }

    @Override
    public void add(UserId person, UserId other) throws Exception {
        of(person).execute(own -> own.contact(person, other));
    }

    private Aggregate<Relations> of(UserId person) throws Exception {
        return relations.loadOrCreate(RelationsId.of(person).value(), Relations::new);
    }
}

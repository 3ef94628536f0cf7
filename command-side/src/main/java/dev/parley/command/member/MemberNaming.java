package dev.parley.command.member;

import dev.parley.command.CommandRejected;
import dev.parley.command.member.MemberCommand.Appear;
import dev.parley.command.member.MemberCommand.Introduce;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.member.Username;
import dev.parley.kernel.member.UsernameId;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/**
 * Names people: a member and the claims on their usernames change together, in one unit of work. Every claim is decided
 * before anything is applied. Of two tokens that give the same name to two people, the newer one is right.
 */
@Component
class MemberNaming {
    private final Repository<Member> members;
    private final Repository<UsernameClaim> claims;
    private final Usernames names;

    MemberNaming(Repository<Member> members, Repository<UsernameClaim> claims, Usernames names) {
        this.members = members;
        this.claims = claims;
        this.names = names;
    }

    @CommandHandler
    void handle(Appear command) throws Exception {
        if (!command.actor().isService()) {
            Aggregate<Member> member = held(command.member(), command.username());
            if (member.invoke(Member::erased)) {
                return; // nothing is known of them any more, nor will be
            }
            if (!member.invoke(Member::joined)) {
                join(member, command.member(), command.username(), command.issuedAt());
            } else if (!command.issuedAt().isBefore(member.invoke(Member::namedAt))) {
                rename(member, command);
            }
            member.execute(known -> known.rank(command.actor().moderatingRole(), command.issuedAt()));
        }
    }

    @CommandHandler
    void handle(Introduce command) throws Exception {
        CommandRejected.unless(command.actor().isService(), Rejection.NOT_ALLOWED, "Services introduce people.");
        CommandRejected.unless(
                !command.member().equals(UserId.SYSTEM), Rejection.NOT_ALLOWED, "This id is the server's own.");
        Aggregate<Member> member = held(command.member(), command.username());
        if (!member.invoke(Member::joined)) {
            join(member, command.member(), command.username(), Instant.EPOCH);
        }
    }

    private void join(Aggregate<Member> member, UserId id, Username username, Instant issuedAt) throws Exception {
        UsernameId wanted = UsernameId.of(username);
        CommandRejected.unless(
                mayTake(wanted, id, issuedAt),
                Rejection.USERNAME_TAKEN,
                "Somebody else has this username, by a token that is as new.");
        take(wanted, id);
        member.execute(joining -> joining.join(id, username, issuedAt));
    }

    private void rename(Aggregate<Member> member, Appear command) throws Exception {
        Username to = command.username();
        Optional<Username> from = member.invoke(Member::username);
        if (from.isEmpty() || !from.get().folded().equals(to.folded())) {
            reclaim(member, from.map(UsernameId::of), command);
        } else if (!from.get().equals(to)) {
            member.execute(respelled -> respelled.rename(to, command.issuedAt()));
        }
    }

    private void reclaim(Aggregate<Member> member, Optional<UsernameId> had, Appear command) throws Exception {
        UsernameId wanted = UsernameId.of(command.username());
        UserId id = command.member();
        lock(Stream.concat(had.stream(), Stream.of(wanted)));
        if (mayTake(wanted, id, command.issuedAt())) {
            take(wanted, id);
            if (had.isPresent()) {
                claimOn(had.get()).execute(claim -> claim.release(id));
            }
            member.execute(renamed -> renamed.rename(command.username(), command.issuedAt()));
        }
    }

    private boolean mayTake(UsernameId wanted, UserId person, Instant issuedAt) throws Exception {
        Optional<UserId> holder = holder(wanted, person);
        return holder.isEmpty() || member(holder.get()).invoke(Member::namedAt).isBefore(issuedAt);
    }

    private void take(UsernameId wanted, UserId person) throws Exception {
        Optional<UserId> holder = holder(wanted, person);
        Aggregate<UsernameClaim> claim = claimOn(wanted);
        if (holder.isPresent()) {
            claim.execute(lost -> lost.release(holder.get()));
            member(holder.get()).execute(Member::loseUsername);
        }
        claim.execute(taken -> taken.claim(wanted, person));
    }

    /** Whoever else has the name. */
    private Optional<UserId> holder(UsernameId wanted, UserId person) throws Exception {
        return claimOn(wanted).invoke(UsernameClaim::owner).filter(owner -> !owner.equals(person));
    }

    /**
     * Somebody, held together with whoever has the name, both before any claim and always in the same order: people who
     * want each other's names do not wait for each other. Where the name changes hands meanwhile, they may all the same:
     * then one of the commands is handled anew.
     */
    private Aggregate<Member> held(UserId id, Username wanted) throws Exception {
        for (String one : Stream.concat(Stream.of(id), names.findHolder(wanted).stream())
                .map(UserId::value)
                .sorted()
                .toList()) {
            members.loadOrCreate(one, Member::new);
        }
        return member(id);
    }

    private void lock(Stream<UsernameId> usernames) throws Exception {
        for (String username : usernames.map(UsernameId::value).sorted().toList()) {
            claims.loadOrCreate(username, UsernameClaim::new);
        }
    }

    private Aggregate<UsernameClaim> claimOn(UsernameId username) throws Exception {
        return claims.loadOrCreate(username.value(), UsernameClaim::new);
    }

    private Aggregate<Member> member(UserId id) throws Exception {
        return members.loadOrCreate(id.value(), Member::new);
    }
}

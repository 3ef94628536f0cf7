package dev.parley.command.member;

import dev.parley.command.CommandRejected;
import dev.parley.command.member.MemberCommand.Appear;
import dev.parley.command.member.MemberCommand.Introduce;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.member.Username;
import dev.parley.kernel.member.UsernameId;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/**
 * Names people: a member and the claims on their usernames change together, in one unit of work. Every claim is decided
 * before anything is applied.
 */
@Component
class MemberNaming {
    private final Repository<Member> members;
    private final Repository<UsernameClaim> claims;

    MemberNaming(Repository<Member> members, Repository<UsernameClaim> claims) {
        this.members = members;
        this.claims = claims;
    }

    @CommandHandler
    void handle(Appear command) throws Exception {
        if (!command.actor().isService()) {
            UserId id = command.member();
            Aggregate<Member> member = member(id);
            Optional<Username> before = member.invoke(Member::username);
            if (before.isEmpty()) {
                join(member, id, command.username());
            } else if (!before.get().equals(command.username())) {
                rename(member, id, before.get(), command.username());
            }
        }
    }

    @CommandHandler
    void handle(Introduce command) throws Exception {
        CommandRejected.unless(command.actor().isService(), Rejection.NOT_ALLOWED, "Services introduce people.");
        CommandRejected.unless(
                !command.member().equals(UserId.SYSTEM), Rejection.NOT_ALLOWED, "This id is the server's own.");
        Aggregate<Member> member = member(command.member());
        if (member.invoke(Member::username).isEmpty()) {
            join(member, command.member(), command.username());
        }
    }

    private void join(Aggregate<Member> member, UserId id, Username username) throws Exception {
        claim(UsernameId.of(username), id);
        member.execute(joining -> joining.join(id, username));
    }

    private void rename(Aggregate<Member> member, UserId id, Username from, Username to) throws Exception {
        UsernameId had = UsernameId.of(from);
        UsernameId wanted = UsernameId.of(to);
        if (!had.equals(wanted)) {
            lock(had, wanted);
            claim(wanted, id);
            claimOn(had).execute(claim -> claim.release(id));
        }
        member.execute(renamed -> renamed.rename(to));
    }

    private void claim(UsernameId username, UserId person) throws Exception {
        claimOn(username).execute(claim -> claim.claim(username, person));
    }

    /** Always in the same order: two people who want each other's names do not wait for each other. */
    private void lock(UsernameId... usernames) throws Exception {
        for (String username :
                Stream.of(usernames).map(UsernameId::value).sorted().toList()) {
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

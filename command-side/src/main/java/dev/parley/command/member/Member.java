package dev.parley.command.member;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.parley.command.CommandRejected;
import dev.parley.command.Enrolment.Place;
import dev.parley.command.log.Standings;
import dev.parley.command.log.StateHolder;
import dev.parley.command.member.MemberCommand.ChooseChatTab;
import dev.parley.command.member.MemberCommand.ChooseMessagePrivacy;
import dev.parley.command.member.MemberCommand.ConfirmErasure;
import dev.parley.command.member.MemberCommand.DisableKidMode;
import dev.parley.command.member.MemberCommand.EnableKidMode;
import dev.parley.command.member.MemberCommand.EndSanction;
import dev.parley.command.member.MemberCommand.EraseMember;
import dev.parley.command.member.MemberCommand.ReleaseFromKidMode;
import dev.parley.command.member.MemberCommand.SwitchZenMode;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.Secret;
import dev.parley.kernel.classroom.ClassId;
import dev.parley.kernel.member.ActionId;
import dev.parley.kernel.member.ChatTab;
import dev.parley.kernel.member.Imposed;
import dev.parley.kernel.member.MemberEvent;
import dev.parley.kernel.member.MemberEvent.ChatTabChosen;
import dev.parley.kernel.member.MemberEvent.ClassJoined;
import dev.parley.kernel.member.MemberEvent.ClassLeft;
import dev.parley.kernel.member.MemberEvent.ErasureRequested;
import dev.parley.kernel.member.MemberEvent.KidModeDisabled;
import dev.parley.kernel.member.MemberEvent.KidModeEnabled;
import dev.parley.kernel.member.MemberEvent.MemberErased;
import dev.parley.kernel.member.MemberEvent.MemberJoined;
import dev.parley.kernel.member.MemberEvent.MemberRenamed;
import dev.parley.kernel.member.MemberEvent.MemberWarned;
import dev.parley.kernel.member.MemberEvent.MessagePrivacyChosen;
import dev.parley.kernel.member.MemberEvent.ModeratingRoleChanged;
import dev.parley.kernel.member.MemberEvent.SanctionEnded;
import dev.parley.kernel.member.MemberEvent.SanctionImposed;
import dev.parley.kernel.member.MemberEvent.SanctionLifted;
import dev.parley.kernel.member.MemberEvent.TeachingBegun;
import dev.parley.kernel.member.MemberEvent.TeachingEnded;
import dev.parley.kernel.member.MemberEvent.UsernameLost;
import dev.parley.kernel.member.MemberEvent.ZenModeSwitched;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.Sanction;
import dev.parley.kernel.member.Standing;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.member.Username;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * One person as Parley knows them: how they are called, what they chose, whether they are in kid mode, and the at most
 * 50 classes that they are in. They are named by {@link MemberNaming}, and told of classes by {@link MemberClasses}.
 */
@Revision("6")
@Aggregate(cache = "aggregateCache", snapshotTriggerDefinition = "snapshotTrigger")
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
class Member implements StateHolder<Standing> {
    @AggregateIdentifier
    private UserId id;

    private Username username;
    /** When the token was made that named them last. */
    private Instant namedAt = Instant.EPOCH;

    private Rank rank = Rank.NONE;
    private boolean zenMode;
    private ChatTab chatTab = ChatTab.CHAT;
    private Standing standing = Standing.UNKNOWN;
    /** Of the password that ends kid mode; empty where the person did not enable it. */
    @Secret
    private String passwordHash = "";

    /** Whether the key of what they wrote is gone. */
    private boolean erased;

    Member() {} // filled from events

    @Override
    public Standing current() {
        return standing;
    }

    boolean joined() {
        return standing.joined();
    }

    /** Whether all that they wrote is erased, or about to be. */
    boolean erased() {
        return standing.erased();
    }

    /** Empty until they joined, and while somebody else has it. */
    Optional<Username> username() {
        return Optional.ofNullable(username);
    }

    Settings settings() {
        return new Settings(zenMode, chatTab, standing.privacy(), standing.kid());
    }

    Instant namedAt() {
        return namedAt;
    }

    void join(UserId member, Username called, Instant issuedAt) {
        apply(new MemberJoined(member, called, issuedAt));
    }

    void rename(Username called, Instant issuedAt) {
        apply(new MemberRenamed(id, called, issuedAt));
    }

    void loseUsername() {
        apply(new UsernameLost(id));
    }

    void rank(Role role, Instant issuedAt) {
        if (rank.isChangedBy(role, issuedAt)) {
            apply(new ModeratingRoleChanged(id, role, issuedAt));
        }
    }

    Rank rank() {
        return rank;
    }

    @CommandHandler
    void handle(SwitchZenMode command) {
        if (command.on() != zenMode) {
            apply(new ZenModeSwitched(id, command.on()));
        }
    }

    @CommandHandler
    void handle(ChooseChatTab command) {
        if (command.tab() != chatTab) {
            apply(new ChatTabChosen(id, command.tab()));
        }
    }

    @CommandHandler
    void handle(ChooseMessagePrivacy command) {
        if (command.privacy() != standing.privacy()) {
            apply(new MessagePrivacyChosen(id, command.privacy()));
        }
    }

    @CommandHandler
    void handle(EnableKidMode command, PasswordHashes hashes) {
        CommandRejected.unless(!standing.kid(), Rejection.KID_MODE_ON, "Kid mode is on already.");
        apply(new KidModeEnabled(id, hashes.hash(command.password())));
    }

    @CommandHandler
    void handle(DisableKidMode command, PasswordHashes hashes, PasswordTries tries) {
        if (standing.kid()) {
            CommandRejected.unless(
                    !standing.managed(),
                    Rejection.KID_MODE_MANAGED,
                    "A class keeps you in kid mode: one of its teachers ends it.");
            tries.requireRight(id, () -> hashes.match(command.password(), passwordHash));
            apply(new KidModeDisabled(id));
        }
    }

    @CommandHandler
    void handle(ReleaseFromKidMode command, Standings standings) {
        CommandRejected.unless(
                command.actor().isService()
                        || standing.isTaughtBy(standings.of(command.actor().id())),
                Rejection.NOT_ALLOWED,
                "Services end kid mode, and teachers that of their students.");
        if (standing.kid()) {
            apply(new KidModeDisabled(id));
        }
    }

    void place(ClassId classId, Place place) {
        Placing.events(id, standing, classId, place).forEach(AggregateLifecycle::apply);
    }

    /** Those who moderate give that up first: nobody's account may be closed to get a moderator out of the way. */
    @CommandHandler
    void handle(EraseMember command) {
        command.requireAllowed();
        CommandRejected.unless(
                !rank.moderates(), Rejection.NOT_ALLOWED, "Whoever moderates gives that up before they are erased.");
        if (!standing.erased()) {
            apply(new ErasureRequested(id));
        }
    }

    /** By the server itself, once the key is gone. */
    @CommandHandler
    void handle(ConfirmErasure command) {
        if (!erased) {
            apply(new MemberErased(id));
        }
    }

    @CommandHandler
    void handle(EndSanction command, Clock clock) {
        Imposed imposed = standing.imposed().get(command.sanction());
        if (imposed != null && imposed.action().equals(command.action()) && !imposed.holds(clock.instant())) {
            apply(new SanctionEnded(id, command.action(), command.sanction()));
        }
    }

    /** @return what was done */
    ActionId warn(String reason) {
        ActionId action = nextAction();
        apply(new MemberWarned(id, action, reason));
        return action;
    }

    /**
     * @param until first instant at which it is over; empty for good
     * @return what was done
     */
    ActionId impose(Sanction sanction, String reason, Optional<Instant> until) {
        ActionId action = nextAction();
        apply(new SanctionImposed(id, action, sanction, reason, until));
        return action;
    }

    /** Whether the sanction of this action was imposed, holds still, and is lifted with this. */
    boolean lift(ActionId action, Instant now) {
        Optional<Sanction> kind = standing.heldBy(action, now);
        kind.ifPresent(sanction -> apply(new SanctionLifted(id, action, sanction)));
        return kind.isPresent();
    }

    private ActionId nextAction() {
        return new ActionId(id, standing.actions() + 1);
    }

    @EventSourcingHandler
    void on(MemberEvent event, @Timestamp Instant at) {
        id = event.member();
        standing = standing.after(event, at);
        switch (event) {
            case MemberJoined joined -> name(joined.username(), joined.issuedAt());
            case MemberRenamed renamed -> name(renamed.username(), renamed.issuedAt());
            case UsernameLost lost -> username = null;
            case ModeratingRoleChanged changed -> rank = new Rank(changed.role(), changed.issuedAt());
            case ZenModeSwitched switched -> zenMode = switched.on();
            case ChatTabChosen chosen -> chatTab = chosen.tab();
            case KidModeEnabled enabled -> passwordHash = enabled.passwordHash();
            case KidModeDisabled disabled -> passwordHash = "";
            case MessagePrivacyChosen chosen -> {}
            case ClassJoined joined -> {}
            case ClassLeft left -> {}
            case TeachingBegun begun -> {}
            case TeachingEnded ended -> {}
            case MemberWarned warned -> {}
            case SanctionImposed imposed -> {}
            case SanctionEnded ended -> {}
            case SanctionLifted lifted -> {}
            case ErasureRequested requested -> {}
            case MemberErased gone -> {
                username = null;
                passwordHash = "";
                erased = true;
            }
        }
    }

    private void name(Username called, Instant issuedAt) {
        username = called;
        namedAt = issuedAt;
    }
}

package dev.parley.api.moderation;

import dev.parley.api.identity.Caller;
import dev.parley.command.Outcome;
import dev.parley.command.Outcome.Recorded;
import dev.parley.kernel.member.MemberEvent.MemberWarned;
import dev.parley.kernel.member.MemberEvent.SanctionImposed;
import dev.parley.kernel.moderation.ActionType;
import dev.parley.kernel.moderation.CaseEvent.InquiryOpened;
import dev.parley.query.PersonView;
import dev.parley.query.moderation.HolderView;
import dev.parley.query.moderation.discipline.ActionState;
import dev.parley.query.moderation.discipline.ActionView;
import org.springframework.stereotype.Component;

/** What moderators are answered, from what was recorded. */
@Component
class ActionAnswers {
    HolderView claimed(Outcome outcome, Caller moderator) {
        Recorded<InquiryOpened> recorded = outcome.first(InquiryOpened.class).orElseThrow();
        InquiryOpened opened = recorded.event();
        return HolderView.of(view(moderator), opened.fence(), opened.until(), recorded.at());
    }

    ActionView acted(Outcome outcome, Caller moderator) {
        return outcome.first(SanctionImposed.class)
                .map(imposed -> imposed(imposed, moderator))
                .orElseGet(() -> outcome.first(MemberWarned.class)
                        .map(warned -> warned(warned, moderator))
                        .orElseThrow());
    }

    private static ActionView imposed(Recorded<SanctionImposed> recorded, Caller moderator) {
        SanctionImposed imposed = recorded.event();
        return new ActionView(
                imposed.action().toString(),
                ActionType.of(imposed.sanction()),
                imposed.reason(),
                view(moderator),
                recorded.at(),
                imposed.until().orElse(null),
                ActionState.IN_FORCE,
                null);
    }

    private static ActionView warned(Recorded<MemberWarned> recorded, Caller moderator) {
        MemberWarned warned = recorded.event();
        return new ActionView(
                warned.action().toString(),
                ActionType.WARNING,
                warned.reason(),
                view(moderator),
                recorded.at(),
                null,
                ActionState.GIVEN,
                null);
    }

    private static PersonView view(Caller moderator) {
        return PersonView.of(moderator.actor().id(), moderator.username().value());
    }
}

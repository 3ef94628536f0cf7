package dev.parley.command.activity;

import dev.parley.command.Command;
import dev.parley.kernel.activity.ActivityId;
import dev.parley.kernel.activity.ActivityKind;
import dev.parley.kernel.activity.ActivityTitle;
import dev.parley.kernel.activity.ActivityUrl;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything that can be told of what people do elsewhere on the site. */
public sealed interface ActivityCommand extends Command {
    @TargetAggregateIdentifier
    ActivityId activityId();

    /** By a service. What was reported under this id stays as it is. */
    record ReportActivity(
            Actor actor, ActivityId activityId, UserId member, ActivityKind kind, ActivityTitle title, ActivityUrl url)
            implements ActivityCommand {}
}

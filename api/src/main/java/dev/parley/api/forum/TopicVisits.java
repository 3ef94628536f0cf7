package dev.parley.api.forum;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.api.http.Correlation;
import dev.parley.api.http.Dispatch;
import dev.parley.api.identity.Caller;
import dev.parley.command.forum.ViewTopic;
import dev.parley.kernel.forum.TopicId;
import dev.parley.kernel.member.UserId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Has looks at topics counted, beside the answers, which do not wait. This node remembers the latest 100,000, so that
 * what counts once a day is mostly asked for once a day.
 */
@Component
class TopicVisits {
    private static final Logger LOG = LoggerFactory.getLogger(TopicVisits.class);
    private static final int REMEMBERED = 100_000;

    private final Dispatch dispatch;
    private final Clock clock;
    private final Cache<Visit, Boolean> seen =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    TopicVisits(Dispatch dispatch, Clock clock) {
        this.dispatch = dispatch;
        this.clock = clock;
    }

    private record Visit(TopicId topic, UserId person, LocalDate day) {}

    /** Services are no people, and are not counted. */
    void note(TopicId topic, Caller caller, ServerWebExchange exchange) {
        var visit = new Visit(topic, caller.actor().id(), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        if (!caller.actor().isService() && seen.asMap().putIfAbsent(visit, true) == null) {
            dispatch.sendAside(Correlation.of(exchange), new ViewTopic(caller.actor(), topic))
                    .subscribe(counted -> {}, failure -> forget(visit, failure));
        }
    }

    private void forget(Visit visit, Throwable failure) {
        seen.invalidate(visit);
        LOG.debug("A look at {} is not counted", visit.topic(), failure);
    }
}

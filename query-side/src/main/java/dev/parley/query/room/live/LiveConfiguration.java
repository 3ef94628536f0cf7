package dev.parley.query.room.live;

import dev.parley.query.BlockLists;
import dev.parley.query.KidModes;
import dev.parley.query.Standings;
import dev.parley.query.live.LiveSettings;
import dev.parley.query.live.Outbox;
import dev.parley.query.live.Presence;
import dev.parley.query.live.TypingPace;
import dev.parley.query.room.RoomLog;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Puts together what live rooms share. Whoever comes back from longer ago than a room's ring reaches has the log
 * scanned: at most 4 such reads run at once, to leave the store to others, and 2,000 more wait.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LiveSettings.class)
class LiveConfiguration {
    private static final int SCANS = 4;
    private static final int WAITING_FOR_EACH = 500;

    @Bean(destroyMethod = "dispose")
    Scheduler roomScans() {
        return Schedulers.newBoundedElastic(SCANS, WAITING_FOR_EACH, "room-scan");
    }

    @Bean
    LiveContext liveContext(
            RoomLog log,
            RoomFrames frames,
            BlockLists blocks,
            KidModes kids,
            Standings standings,
            Presence presence,
            Outbox outbox,
            TypingPace pace,
            LiveSettings settings,
            Clock clock,
            LiveMetrics metrics,
            Scheduler roomScans) {
        var history = new History(log, frames, Schedulers.boundedElastic()::schedule, roomScans::schedule);
        return new LiveContext(
                history, frames, blocks, kids, standings, presence, outbox, pace, settings, clock, metrics);
    }
}

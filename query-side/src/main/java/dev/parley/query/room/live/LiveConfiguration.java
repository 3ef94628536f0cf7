package dev.parley.query.room.live;

import dev.parley.query.live.LiveSettings;
import dev.parley.query.room.RoomLog;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Schedulers;

/** Puts together what live rooms share. Reads of the log run on Reactor's bounded elastic threads. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LiveSettings.class)
class LiveConfiguration {
    @Bean
    LiveContext liveContext(RoomLog log, RoomFrames frames, LiveSettings settings, Clock clock, LiveMetrics metrics) {
        var history = new History(log, frames, Schedulers.boundedElastic()::schedule);
        return new LiveContext(history, frames, settings, clock, metrics);
    }
}

package dev.parley.query.room;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Schedulers;

/** Keeps rooms current; reads of the log run on Reactor's bounded elastic threads. */
@Configuration(proxyBeanMethods = false)
class CurrentRoomsConfiguration {
    @Bean
    CurrentRooms currentRooms(StoredRooms stored, RoomLog log) {
        return new CurrentRooms(stored::find, stored::generation, log, Schedulers.boundedElastic()::schedule);
    }
}

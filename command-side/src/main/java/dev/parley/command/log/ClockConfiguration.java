package dev.parley.command.log;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What time it is. */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    /** The server's one clock. It ticks in milliseconds, which is how instants are stored and told. */
    @Bean
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }
}

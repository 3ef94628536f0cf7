package dev.parley.query.analytics;

import dev.parley.query.ReadModels;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The reports of which there is one for each period. */
@Configuration(proxyBeanMethods = false)
class AnalyticsConfiguration {
    @Bean
    @Order(2)
    ActivePeopleReport activePeopleDaily(ReadModels readModels) {
        return new ActivePeopleReport(Period.DAY, readModels);
    }

    @Bean
    @Order(3)
    ActivePeopleReport activePeopleWeekly(ReadModels readModels) {
        return new ActivePeopleReport(Period.WEEK, readModels);
    }

    @Bean
    @Order(4)
    ActivePeopleReport activePeopleMonthly(ReadModels readModels) {
        return new ActivePeopleReport(Period.MONTH, readModels);
    }
}

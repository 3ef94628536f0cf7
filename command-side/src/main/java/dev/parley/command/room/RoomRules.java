package dev.parley.command.room;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Hands the rules whose numbers are configured to the rooms' command handlers. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FloodRule.class)
class RoomRules {}

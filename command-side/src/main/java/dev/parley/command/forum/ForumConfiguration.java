package dev.parley.command.forum;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** The numbers that the forum's rules have. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ForumPace.class)
class ForumConfiguration {}

package dev.parley.query.forum.markup;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** The hosts whose addresses become embeds. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EmbedHosts.class)
class MarkupConfiguration {}

package dev.parley.api.node;

import dev.parley.command.log.OnAxonServer;
import dev.parley.command.node.NodeSerializer;
import dev.parley.kernel.node.NodeRole;
import dev.parley.kernel.node.NodeSettings;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.query.AxonServerQueryBus;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Queries are answered by whichever node has the query side. */
@Configuration(proxyBeanMethods = false)
@OnAxonServer
class QueryBusConfiguration {
    @Bean
    QueryBus queryBus(AxonServerConnectionManager connections, AxonServerConfiguration server, Environment settings) {
        var answering = new AnsweringBus(AnsweringBus.builder());
        var builder = AxonServerQueryBus.builder()
                .axonServerConnectionManager(connections)
                .configuration(server)
                .localSegment(answering)
                .updateEmitter(answering.queryUpdateEmitter())
                .messageSerializer(NodeSerializer.create())
                .genericSerializer(Jackson3Serializer.builder().build())
                .enabledLocalSegmentShortCut();
        return new RoutingQueryBus(
                builder, answering, NodeSettings.of(settings::getProperty).has(NodeRole.QUERY));
    }
}

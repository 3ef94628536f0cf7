package dev.parley.api.node;

import dev.parley.command.log.NodeSerializer;
import dev.parley.kernel.node.NodeRole;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.query.AxonServerQueryBus;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Queries are answered by whichever node has the query side. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "parley.event-store", havingValue = "axonserver")
class QueryBusConfiguration {
    @Bean
    QueryBus queryBus(
            AxonServerConnectionManager connections,
            AxonServerConfiguration server,
            @Value("${parley.roles:" + NodeRole.ALL + "}") String roles) {
        var answering = new AnsweringBus(AnsweringBus.builder());
        var builder = AxonServerQueryBus.builder()
                .axonServerConnectionManager(connections)
                .configuration(server)
                .localSegment(answering)
                .updateEmitter(answering.queryUpdateEmitter())
                .messageSerializer(NodeSerializer.create())
                .genericSerializer(Jackson3Serializer.builder().build())
                .enabledLocalSegmentShortCut();
        return new RoutingQueryBus(builder, NodeRole.of(roles).contains(NodeRole.QUERY));
    }
}

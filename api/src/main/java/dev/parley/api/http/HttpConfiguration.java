package dev.parley.api.http;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.codec.CodecCustomizer;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.http.codec.json.JacksonJsonEncoder;
import org.springframework.util.unit.DataSize;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.filter.reactive.UrlHandlerFilter;
import reactor.netty.NettyPipeline;
import reactor.netty.resources.LoopResources;

/** How bodies are read and written, and what paths and origins are taken. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AllowedOrigins.class)
class HttpConfiguration {
    /** Problems, and what the actuator answers with. */
    private static final MediaType JSON_KINDS = new MediaType("application", "*+json");

    /** Has room for every field at its longest, each character escaped as two of 6 bytes. */
    private static final String BODY = "${parley.limits.body:128KB}";

    static {
        GoneClients.leaveOutOfLog();
    }

    /** @param limit how much of a body is taken */
    @Bean
    BodyLimit bodyLimit(@Value(BODY) DataSize limit) {
        return new BodyLimit(limit);
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    CodecCustomizer jsonCodecs(@Value(BODY) DataSize limit) {
        return codecs -> {
            codecs.defaultCodecs().maxInMemorySize(Math.toIntExact(limit.toBytes()));
            codecs.defaultCodecs()
                    .jacksonJsonDecoder(new JacksonJsonDecoder(Json.mapper(), MediaType.APPLICATION_JSON));
            codecs.defaultCodecs()
                    .jacksonJsonEncoder(new JacksonJsonEncoder(Json.mapper(), MediaType.APPLICATION_JSON, JSON_KINDS));
        };
    }

    /**
     * The threads that serve HTTP, for those, too, who ask others for what they answer with. Connections are taken by a
     * thread of their own: however busy the others are, nobody waits at the door.
     */
    @Bean(destroyMethod = "dispose")
    LoopResources eventLoops() {
        return LoopResources.create("reactor-http", 1, LoopResources.DEFAULT_IO_WORKER_COUNT, true);
    }

    @Bean
    ReactorResourceFactory serverResources(LoopResources eventLoops) {
        var resources = new ReactorResourceFactory();
        resources.setUseGlobalResources(false);
        resources.setLoopResources(eventLoops);
        return resources;
    }

    @Bean
    NettyServerCustomizer problemsBeforeRouting() {
        var bareErrors = new BareErrors();
        return server -> server.doOnChannelInit((observer, channel, remote) ->
                channel.pipeline().addAfter(NettyPipeline.HttpCodec, "bareErrors", bareErrors));
    }

    /** @param limit within which a request must have arrived whole, from its first byte on */
    @Bean
    NettyServerCustomizer requestsArriveWhole(@Value("${parley.limits.arrival:30s}") Duration limit) {
        return server -> server.doOnChannelInit((observer, channel, remote) -> ArrivalLimit.guard(channel, limit));
    }

    /** @param most reads, and as many writes, that wait for their answer at once */
    @Bean
    NettyServerCustomizer onlySoManyAtOnce(@Value("${parley.limits.at-once:1000}") int most, MeterRegistry meters) {
        var door = new AtOnce(most, meters);
        return server -> server.doOnChannelInit((observer, channel, remote) -> door.guard(channel));
    }

    /** A path means the same with and without a slash at its end. */
    @Bean
    @Order(Gate.FIRST)
    Gate optionalTrailingSlash() {
        var withoutIt =
                UrlHandlerFilter.trailingSlashHandler("/**").mutateRequest().build();
        return (exchange, next) -> exchange.getRequest().getPath().value().endsWith("/")
                ? withoutIt.filter(exchange, next)
                : next.filter(exchange);
    }

    @Bean
    @Order(Gate.BEFORE_IDENTITY)
    Gate crossOriginRequests(AllowedOrigins origins) {
        if (origins.allowedOrigins().isEmpty()) {
            return (exchange, next) -> next.filter(exchange);
        }
        CorsConfiguration cors = cors(origins.allowedOrigins());
        return new CorsWebFilter(exchange -> cors, new TypedCorsProcessor())::filter;
    }

    private static CorsConfiguration cors(List<String> origins) {
        var cors = new CorsConfiguration();
        cors.setAllowedOrigins(origins);
        cors.setAllowedMethods(List.of(
                HttpMethod.GET.name(),
                HttpMethod.POST.name(),
                HttpMethod.PUT.name(),
                HttpMethod.PATCH.name(),
                HttpMethod.DELETE.name()));
        cors.setAllowedHeaders(List.of(CorsConfiguration.ALL));
        cors.setExposedHeaders(List.of(
                Correlation.HEADER, Dispatch.POSITION, "Location", "Retry-After", "RateLimit", "RateLimit-Policy"));
        cors.setMaxAge(3600L);
        return cors;
    }
}

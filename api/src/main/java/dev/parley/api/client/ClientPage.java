package dev.parley.api.client;

import dev.parley.api.http.ClientAddresses;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.resource.EncodedResourceResolver;
import reactor.core.publisher.Mono;

/**
 * Serves the web client: one page under all the addresses that it knows, and its files. They are packed when it is built,
 * and the names of those in {@code assets} follow from what is in them. A server that was built without Node says so.
 */
@Configuration(proxyBeanMethods = false)
class ClientPage implements WebFluxConfigurer {
    private static final String FILES = "classpath:/client/";
    private static final CacheControl FOREVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    private static final CacheControl FOR_AN_HOUR = CacheControl.maxAge(Duration.ofHours(1));

    private final Resource page;
    private final ClientPolicy policy;

    ClientPage(ClientPolicy policy) {
        Resource built = new ClassPathResource("client/index.html");
        this.page = built.exists() ? built : new ClassPathResource("no-client.html");
        this.policy = policy;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        serve(registry, "/assets/**", "assets/", FOREVER);
        serve(registry, "/icon.svg", "", FOR_AN_HOUR);
    }

    private static void serve(
            ResourceHandlerRegistry registry, String addresses, String directory, CacheControl caching) {
        var packed = new EncodedResourceResolver();
        packed.setContentCodings(List.of("gzip"));
        registry.addResourceHandler(addresses)
                .addResourceLocations(FILES + directory)
                .setCacheControl(caching)
                .resourceChain(true)
                .addResolver(packed);
    }

    @Bean
    RouterFunction<ServerResponse> clientsPage() {
        return RouterFunctions.route(
                RequestPredicates.methods(HttpMethod.GET, HttpMethod.HEAD).and(addresses()), this::show);
    }

    /** The root, and all that the client's router knows below it. */
    private static RequestPredicate addresses() {
        return ClientAddresses.FIRST.stream()
                .flatMap(first -> Stream.of("/", "/" + first, "/" + first + "/**"))
                .map(RequestPredicates::path)
                .reduce(RequestPredicate::or)
                .orElseThrow();
    }

    private Mono<ServerResponse> show(ServerRequest request) {
        return ServerResponse.ok()
                .contentType(MediaType.TEXT_HTML)
                .header("Content-Security-Policy", policy.value())
                .cacheControl(CacheControl.noCache())
                .bodyValue(page);
    }
}

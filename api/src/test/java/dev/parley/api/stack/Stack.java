package dev.parley.api.stack;

import dev.parley.api.Application;
import dev.parley.api.start.StartChecks;
import dev.parley.command.embedded.PostgresStart;
import dev.parley.load.ApiClient;
import dev.parley.load.Person;
import dev.parley.load.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.filter.TypeFilter;

/** The whole server, on the embedded stack, in this JVM: one without search is started once for all tests that need it. */
public final class Stack implements AutoCloseable {
    private static final Stack ONE = start();

    private final int port;
    private final ConfigurableApplicationContext context;

    private Stack(int port, ConfigurableApplicationContext context) {
        this.port = port;
        this.context = context;
    }

    /** What the application is made of, without what tests have beside it. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = "dev.parley",
            excludeFilters = @Filter(type = FilterType.CUSTOM, classes = Other.class))
    static class Parts {}

    static final class Other implements TypeFilter {
        @Override
        public boolean match(MetadataReader type, MetadataReaderFactory types) throws IOException {
            return type.getResource().getURL().getPath().contains("/test-classes/")
                    || type.getClassMetadata().getClassName().equals(Application.class.getName());
        }
    }

    public static Stack running() {
        return ONE;
    }

    /** @param settings {@code --name=value} each */
    public static Stack start(String... settings) {
        try {
            return on(Files.createTempDirectory("parley-stack-test"), settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param data its data directory
     * @param settings {@code --name=value} each
     */
    public static Stack on(Path data, String... settings) {
        try {
            int port = ServerProcess.freePort();
            var application = new SpringApplication(Parts.class);
            application.addInitializers(new StartChecks(), new PostgresStart());
            List<String> all = new ArrayList<>(List.of(
                    "--server.port=" + port, "--parley.data-directory=" + data, "--parley.limits.enabled=false"));
            all.addAll(List.of(settings));
            return new Stack(port, application.run(all.toArray(String[]::new)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** All of this type that there are. */
    public <T> List<T> parts(Class<T> type) {
        return context.getBeanProvider(type).stream().toList();
    }

    /** All that have this annotation. */
    public List<Object> partsWith(Class<? extends Annotation> annotation) {
        return List.copyOf(context.getBeansWithAnnotation(annotation).values());
    }

    /** Somebody new, who has come. */
    Person person() throws IOException {
        try (ApiClient api = new ApiClient(port)) {
            Person person = api.token(UUID.randomUUID().toString(), "user");
            api.get(person.headers(), "/api/settings").orFail("the first request");
            return person;
        }
    }

    public void log(Consumer<TrackedEventMessage<?>> each) {
        try (Stream<? extends TrackedEventMessage<?>> log =
                part(EventStorageEngine.class).readEvents(null, false)) {
            log.forEachOrdered(each);
        }
    }

    /** The events of one kind in a stream, by the stream's name. */
    <T> List<T> events(String stream, Class<T> kind) {
        return part(EventStorageEngine.class)
                .readEvents(stream)
                .asStream()
                .map(event -> (Object) event.getPayload())
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    @Override
    public void close() {
        context.close();
    }
}

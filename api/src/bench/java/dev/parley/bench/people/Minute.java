package dev.parley.bench.people;

import dev.parley.api.Application;
import dev.parley.bench.Arguments;
import dev.parley.bench.BenchServer;
import dev.parley.load.ApiClient;
import dev.parley.load.Person;
import dev.parley.load.ServerProcess;
import dev.parley.load.ServerProcess.Setup;
import dev.parley.load.people.Dealings;
import dev.parley.load.people.Recount;
import dev.parley.load.people.Shown;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationHook;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A hundred threads let 300 people write, read, hide, block, follow and choose at random for a minute. Then the server is
 * started again, its log is recounted, and everything that is shown to everybody is compared with that.
 * {@code Minute [--threads=100] [--people=300] [--seconds=60] [--seed=N] [--data=DIR]}.
 */
public final class Minute {
    private static final int SHOWN = 5;

    private Minute() {}

    public static void main(String... words) throws IOException, InterruptedException {
        Arguments arguments = new Arguments(words);
        int seed = arguments.number("seed", (int) System.nanoTime());
        System.out.println("seed " + seed);
        Setup setup = BenchServer.setup(arguments);
        List<Person> people = new ArrayList<>();
        Dealings dealings;
        try (ServerProcess server = ServerProcess.start(setup)) {
            try (ApiClient api = new ApiClient(server.port())) {
                for (int i = 0; i < arguments.number("people", 300); i++) {
                    people.add(api.token("dealer-" + i, "user"));
                    api.get(people.getLast().headers(), "/api/settings").orFail("the first request");
                }
            }
            dealings = new Dealings(server.port(), people, seed);
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(arguments.number("seconds", 60));
            dealings.run(arguments.number("threads", 100), done -> System.nanoTime() < end);
        }
        dealings.answers().forEach((answer, count) -> System.out.println(answer + ": " + count));
        judge(setup, people, dealings.position());
    }

    private static void judge(Setup setup, List<Person> people, long position) throws IOException {
        try (ConfigurableApplicationContext server = started(setup)) {
            Recount recount = new Recount();
            try (Stream<? extends TrackedEventMessage<?>> log =
                    server.getBean(EventStorageEngine.class).readEvents(null, false)) {
                log.forEachOrdered(recount::on);
            }
            List<String> differences = new ArrayList<>(recount.wrong());
            try (ApiClient api = new ApiClient(setup.port())) {
                Shown shown = new Shown(api, position);
                for (Person person : people) {
                    differences.addAll(shown.differences(person, recount));
                }
            }
            System.out.printf(
                    "%d messages, %d people, %d differences%n", recount.messages(), people.size(), differences.size());
            differences.stream().limit(SHOWN).forEach(System.out::println);
            if (!differences.isEmpty()) {
                throw new IllegalStateException("what is shown is not what the log says");
            }
        }
    }

    /** In this JVM, so that its log can be read. */
    private static ConfigurableApplicationContext started(Setup setup) {
        List<ConfigurableApplicationContext> contexts = new ArrayList<>();
        SpringApplicationHook hook = application -> new SpringApplicationRunListener() {
            @Override
            public void contextPrepared(ConfigurableApplicationContext context) {
                contexts.add(context);
            }
        };
        List<String> arguments = new ArrayList<>(setup.settings());
        arguments.add("--server.port=" + setup.port());
        arguments.add("--server.address=127.0.0.1");
        arguments.add("--parley.data-directory=" + setup.data());
        SpringApplication.withHook(hook, () -> Application.main(arguments.toArray(String[]::new)));
        return contexts.getFirst();
    }
}

package dev.parley.api.start;

import java.nio.file.Path;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Tells whoever started the server where it is, and what it is good for. */
public final class ReadyMessage implements ApplicationListener<ApplicationReadyEvent> {
    private static final String READY = """

            Parley is ready at http://%1$s:%2$s
              API page   http://%1$s:%2$s/swagger-ui.html
              health     http://%1$s:%2$s/actuator/health
            """;
    private static final String EMBEDDED = """
              data       %s
            The embedded stack (PostgreSQL, a stand-in for MongoDB, Elasticsearch) is for trying and developing Parley on
            one machine that you trust: what is accepted survives a crash, but the stores have no replicas, and anybody
            may get a token. Production uses another profile, and servers of your own.
            """;

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        Environment environment = ready.getApplicationContext().getEnvironment();
        String host = environment.getProperty("server.address", "localhost");
        System.out.printf(READY, host, environment.getProperty("local.server.port"));
        if (environment.acceptsProfiles(Profiles.of("embedded"))) {
            System.out.printf(EMBEDDED, data(environment));
        }
    }

    private static Path data(Environment environment) {
        return Path.of(environment.getRequiredProperty("parley.data-directory"))
                .toAbsolutePath()
                .normalize();
    }
}

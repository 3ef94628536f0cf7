package dev.parley.command.embedded;

import dev.parley.kernel.CannotStart;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * Begins the start of PostgreSQL before the application context is built, on a thread of its own: the first one takes
 * some seconds, in which Spring does its own part.
 */
public final class PostgresStart implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (context.getEnvironment().acceptsProfiles(Profiles.of("embedded"))) {
            context.getBeanFactory().registerSingleton("startingPostgres", Starting.begin(context.getEnvironment()));
        }
    }

    /** A server on its way up. */
    record Starting(FutureTask<Postgres> server) {
        /**
         * Events go to the part {@code events} of the data directory. The programs, 60 MB, are unpacked beside them unless
         * {@code parley.embedded.programs} names another place: so they have the data's rights, are there at the next
         * start, and go when the data goes.
         */
        static Starting begin(Environment environment) {
            String data = environment.getRequiredProperty("parley.data-directory");
            String programs = environment.getProperty("parley.embedded.programs", data + "/programs");
            var server = new FutureTask<>(
                    () -> Postgres.start(absolute(data).resolve("events"), PostgresPrograms.below(absolute(programs))));
            Thread.ofPlatform().daemon().name("postgres-start").start(server);
            return new Starting(server);
        }

        /** @throws CannotStart if it did not come up */
        Postgres await() throws InterruptedException {
            try {
                return server.get();
            } catch (ExecutionException e) {
                throw new CannotStart(e.getCause().getMessage(), e.getCause());
            }
        }

        private static Path absolute(String path) {
            return Path.of(path).toAbsolutePath().normalize();
        }
    }
}

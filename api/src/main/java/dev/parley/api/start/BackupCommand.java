package dev.parley.api.start;

import dev.parley.command.backup.Backup;
import dev.parley.command.embedded.PostgresStart;
import dev.parley.kernel.CannotStart;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.support.GenericApplicationContext;

/**
 * {@code backup DIRECTORY} and {@code restore DIRECTORY} in place of a start: the event store's database is copied, or
 * filled, and nothing else is done. The embedded one must not be in use meanwhile; any other may be copied while servers
 * write.
 */
public final class BackupCommand {
    private static final String WRITE = "backup";
    private static final String READ = "restore";

    private BackupCommand() {}

    public static boolean isMeantBy(String... arguments) {
        return words(arguments)
                .findFirst()
                .filter(Set.of(WRITE, READ)::contains)
                .isPresent();
    }

    private static Stream<String> words(String... arguments) {
        return Arrays.stream(arguments).filter(argument -> !argument.startsWith("--"));
    }

    /** @param arguments the word, the directory, and settings; what goes wrong ends the process with a sentence or a trace */
    public static void run(String... arguments) {
        var application = new SpringApplication(Parts.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.addInitializers(context -> requireDirectory(words(arguments).toList()));
        application.addInitializers((GenericApplicationContext context) -> StartChecks.takeDatabase(context));
        application.addInitializers(new PostgresStart());
        application.run(arguments).close();
    }

    private static void requireDirectory(List<String> words) {
        if (words.size() != 2) {
            throw new CannotStart(
                    "To back up or to restore takes one directory: " + words.getFirst() + " /backups/monday");
        }
    }

    /** No {@code @Configuration}, which a server would find and run. */
    @ImportAutoConfiguration(DataSourceAutoConfiguration.class)
    @ComponentScan({"dev.parley.command.backup", "dev.parley.command.embedded"})
    static class Parts {
        @Bean
        ApplicationRunner work(Backup backup, ApplicationArguments arguments) {
            return started -> {
                List<String> words = arguments.getNonOptionArgs();
                Path directory = Path.of(words.get(1)).toAbsolutePath().normalize();
                boolean writes = words.getFirst().equals(WRITE);
                try {
                    long last = writes ? backup.write(directory) : backup.read(directory);
                    System.out.println((writes ? "Backed up" : "Restored")
                            + (last < 0 ? ", without events." : " all events up to position " + last + "."));
                } catch (IOException e) {
                    throw new CannotStart(
                            "The files of a back-up in " + directory + " cannot be " + (writes ? "written" : "read")
                                    + ": " + e.getClass().getSimpleName() + ", " + e.getMessage() + ".",
                            e);
                }
            };
        }
    }
}

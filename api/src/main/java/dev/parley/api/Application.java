package dev.parley.api;

import dev.parley.api.start.BackupCommand;
import dev.parley.api.start.ReadyMessage;
import dev.parley.api.start.StartChecks;
import dev.parley.command.embedded.PostgresStart;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Parley: both sides and the API in one process. */
@SpringBootApplication(scanBasePackages = "dev.parley")
public class Application {
    public static void main(String[] arguments) {
        if (BackupCommand.isMeantBy(arguments)) {
            BackupCommand.run(arguments);
            return;
        }
        var application = new SpringApplication(Application.class);
        application.addInitializers(new StartChecks(), new PostgresStart());
        application.addListeners(new ReadyMessage());
        application.run(arguments);
    }
}

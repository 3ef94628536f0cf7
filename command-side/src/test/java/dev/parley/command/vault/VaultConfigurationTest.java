package dev.parley.command.vault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.command.TestDatabase;
import dev.parley.command.log.Schema;
import dev.parley.kernel.CannotStart;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class VaultConfigurationTest {
    private static final String ZEROS = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    @TempDir
    private Path directory;

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withUserConfiguration(VaultConfiguration.class)
            .withBean(DataSource.class, TestDatabase::create)
            .withBean(Schema.class);

    @Test
    void takesTheConfiguredKeyAndMakesNoFile() {
        context.withPropertyValues(
                        "spring.profiles.active=embedded",
                        "parley.data-directory=" + directory,
                        "parley.keys.master=" + ZEROS)
                .run(started -> {
                    assertThat(started).hasSingleBean(Vault.class);
                    assertThat(directory).isEmptyDirectory();
                });
    }

    @Test
    void makesAKeyInTheDataDirectoryOfTheEmbeddedProfile() {
        context.withPropertyValues("spring.profiles.active=embedded", "parley.data-directory=" + directory)
                .run(started -> {
                    assertThat(started).hasSingleBean(Vault.class);
                    assertThat(Files.size(directory.resolve("master.key"))).isEqualTo(45);
                });
    }

    @Test
    void asksForAKeyInEveryOtherProfile() {
        context.run(failed -> assertThat(failed)
                .getFailure()
                .rootCause()
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("Set parley.keys.master to 32 random bytes in base64"));
    }

    @Test
    void saysInOneSentenceWhatIsWrongWithAKeyOfAnotherLength() {
        context.withPropertyValues("parley.keys.master=c2hvcnQ=")
                .run(failed -> assertThat(failed)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(CannotStart.class)
                        .hasMessageStartingWith("parley.keys.master must be 32 random bytes in base64")
                        .hasMessageNotContaining("c2hvcnQ"));
    }
}

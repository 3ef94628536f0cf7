package dev.parley.api.start;

import dev.parley.kernel.CannotStart;
import dev.parley.kernel.node.NodeSettings;
import java.nio.file.Path;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;
import org.springframework.util.unit.DataSize;

/**
 * Looks at what the server needs from its machine and its configuration before any part of it starts.
 *
 * <p>Throws {@link CannotStart} with the first thing that is wrong.
 */
public final class StartChecks implements ApplicationContextInitializer<GenericApplicationContext> {
    private static final Profiles EMBEDDED = Profiles.of("embedded");
    private static final String TOKEN = "parley.axon-server.token";

    @Override
    public void initialize(GenericApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        SingleSetting.requireReadable(environment);
        NodeSettings.of(environment::getProperty); // refuses what goes with nothing
        requireNoEmptyToken(environment);
        takeEmbedded(context);
        if (!environment.acceptsProfiles(EMBEDDED)) {
            ProductionSettings.require(environment);
        }
        ServerPort.requireFree(environment);
    }

    /** All that is asked of whoever uses the event store's database and nothing else. */
    static void takeDatabase(GenericApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        NodeSettings.of(environment::getProperty);
        takeEmbedded(context);
        if (!environment.acceptsProfiles(EMBEDDED)) {
            ProductionSettings.requireDatabase(environment);
        }
    }

    /** Whoever sets it means Axon Server to know its clients. */
    private static void requireNoEmptyToken(ConfigurableEnvironment environment) {
        if (environment.getProperty(TOKEN, "none").isBlank()) {
            throw new CannotStart(TOKEN + " is empty: leave it out where Axon Server asks for none.");
        }
    }

    /** Has the embedded stack's directory for this server alone, where that is the stack. */
    private static void takeEmbedded(GenericApplicationContext context) {
        if (context.getEnvironment().acceptsProfiles(EMBEDDED)) {
            EmbeddedEngines.requireOnClassPath();
            takeDataDirectory(context.getEnvironment(), context.getDefaultListableBeanFactory());
        }
    }

    private static void takeDataDirectory(ConfigurableEnvironment environment, DefaultListableBeanFactory beans) {
        Path path = Path.of(environment.getRequiredProperty("parley.data-directory"));
        DataSize minimumFree = environment.getRequiredProperty("parley.minimum-free-disk", DataSize.class);
        DataDirectory directory = DataDirectory.take(path.toAbsolutePath().normalize(), minimumFree);
        // the first to be registered is the last to be destroyed: no other server comes in before every engine is down
        beans.registerDisposableBean("dataDirectory", directory::close);
    }
}

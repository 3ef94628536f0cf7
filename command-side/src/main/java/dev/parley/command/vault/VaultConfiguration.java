package dev.parley.command.vault;

import dev.parley.command.PersonalKeys;
import dev.parley.command.PseudonymKeys;
import dev.parley.command.SecretDigests;
import dev.parley.command.log.Schema;
import dev.parley.kernel.CannotStart;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.axonframework.serialization.jackson3.Jackson3SerializerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * Personal text is stored sealed. The master key is {@code parley.keys.master}; the embedded profile makes one of its
 * own where none is given, and every other refuses to start without.
 */
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {
    private static final String MASTER_KEY = "parley.keys.master";

    @Bean
    MasterKey masterKey(Environment environment) {
        String configured = environment.getProperty(MASTER_KEY, "");
        if (!configured.isBlank()) {
            return MasterKey.parse(configured, MASTER_KEY);
        }
        if (environment.acceptsProfiles(Profiles.of("embedded"))) {
            return MasterKeyFile.readOrCreate(Path.of(environment.getRequiredProperty("parley.data-directory")));
        }
        throw new CannotStart(
                "Set " + MASTER_KEY + " to 32 random bytes in base64 and keep a copy: it opens all personal text.");
    }

    /** @param schema must be there before a key is read */
    @Bean
    PersonKeys personKeys(Schema schema, DataSource dataSource, MasterKey masterKey) {
        return new PersonKeys(new PersonKeyTable(dataSource, masterKey));
    }

    @Bean
    Vault vault(PersonKeys keys) {
        return new Vault(keys);
    }

    @Bean
    PersonalKeys personalKeys(PersonKeys keys) {
        return keys::destroy;
    }

    @Bean
    SecretDigests secretDigests(MasterKey masterKey) {
        return masterKey::digest;
    }

    @Bean
    PseudonymKeys pseudonymKeys(MasterKey masterKey) {
        return masterKey::pseudonymKey;
    }

    /** For those who read events without what people wrote. */
    @Bean(defaultCandidate = false)
    Jackson3SerializerCustomizer personalTextLeftSealed() {
        return mapper -> mapper.addModule(PersonalTextModule.leavingSealed());
    }

    @Bean
    Jackson3SerializerCustomizer sealedPersonalText(Vault vault) {
        return mapper -> mapper.addModule(new PersonalTextModule(vault));
    }
}

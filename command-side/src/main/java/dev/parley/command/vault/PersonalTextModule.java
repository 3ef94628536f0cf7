package dev.parley.command.vault;

import dev.parley.kernel.PersonalText;
import tools.jackson.databind.deser.std.StdConvertingDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdConvertingSerializer;
import tools.jackson.databind.util.StdConverter;

/** Teaches Jackson to write personal text sealed and to open it when reading. */
class PersonalTextModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    PersonalTextModule(Vault vault) {
        super("personal-text");
        addSerializer(PersonalText.class, new StdConvertingSerializer(new Closing(vault)));
        addDeserializer(PersonalText.class, new StdConvertingDeserializer<>(new Opening(vault)));
    }

    private static final class Closing extends StdConverter<PersonalText, SealedText> {
        private final Vault vault;

        Closing(Vault vault) {
            this.vault = vault;
        }

        @Override
        public SealedText convert(PersonalText text) {
            return vault.seal(text);
        }
    }

    private static final class Opening extends StdConverter<SealedText, PersonalText> {
        private final Vault vault;

        Opening(Vault vault) {
            this.vault = vault;
        }

        @Override
        public PersonalText convert(SealedText text) {
            return vault.open(text);
        }
    }
}

package dev.parley.command.vault;

import dev.parley.kernel.PersonalText;
import java.util.function.Function;
import tools.jackson.databind.deser.std.StdConvertingDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdConvertingSerializer;
import tools.jackson.databind.util.StdConverter;

/** Teaches Jackson to write personal text sealed, and to open it when reading or to leave it so. */
class PersonalTextModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    PersonalTextModule(Vault vault) {
        super("personal-text");
        addSerializer(PersonalText.class, new StdConvertingSerializer(new Closing(vault)));
        read(text -> vault.open(text.owner(), text.sealed()));
    }

    private PersonalTextModule() {
        super("personal-text-left-sealed");
        read(text -> new PersonalText(text.owner(), PersonalText.ERASED));
    }

    /** For reading alone, with no key: all texts read as if they were erased. */
    static PersonalTextModule leavingSealed() {
        return new PersonalTextModule();
    }

    private void read(Function<SealedText, PersonalText> opening) {
        addDeserializer(PersonalText.class, new StdConvertingDeserializer<>(new Opening(opening)));
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
        private final Function<SealedText, PersonalText> opening;

        Opening(Function<SealedText, PersonalText> opening) {
            this.opening = opening;
        }

        @Override
        public PersonalText convert(SealedText text) {
            return opening.apply(text);
        }
    }
}

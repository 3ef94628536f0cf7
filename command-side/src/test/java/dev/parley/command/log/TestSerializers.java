package dev.parley.command.log;

import dev.parley.command.vault.TestVault;
import java.util.List;
import org.axonframework.serialization.Serializer;

/** The application's own serializers, sealing with {@link TestVault}. */
public final class TestSerializers {
    private TestSerializers() {}

    public static Serializer events() {
        return new SerializationConfiguration().eventSerializer(List.of(TestVault.customizer()));
    }

    public static Serializer snapshots() {
        return new SerializationConfiguration().serializer(List.of(TestVault.customizer()));
    }
}

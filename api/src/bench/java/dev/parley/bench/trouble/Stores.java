package dev.parley.bench.trouble;

import dev.parley.load.ServerProcess;
import dev.parley.load.StoreProxy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The stores of a server that reaches each of them through a proxy. */
final class Stores implements AutoCloseable {
    private final Path directory;
    private final Map<Store, StoreProxy> proxies = new EnumMap<>(Store.class);

    enum Store {
        POSTGRES,
        MONGODB,
        ELASTICSEARCH;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Stores() throws IOException {
        directory = Files.createTempDirectory("parley-stores");
        for (Store store : Store.values()) {
            proxies.put(store, new StoreProxy(ServerProcess.freePort(), () -> realPort(store)));
        }
    }

    /** How to tell a server of them: {@code --name=value} each. */
    List<String> settings() {
        List<String> settings = new ArrayList<>();
        settings.add("--spring.profiles.active=bench");
        settings.add("--bench.port=0");
        settings.add("--bench.proxies.directory=" + directory);
        proxies.forEach((store, proxy) -> settings.add("--bench.proxies." + store.label() + "=" + proxy.port()));
        return settings;
    }

    StoreProxy of(Store store) {
        return proxies.get(store);
    }

    private int realPort(Store store) {
        try {
            return Integer.parseInt(Files.readString(directory.resolve(store.label())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        for (StoreProxy proxy : proxies.values()) {
            proxy.close();
        }
    }
}

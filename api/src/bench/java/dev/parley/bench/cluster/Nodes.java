package dev.parley.bench.cluster;

import dev.parley.load.ServerProcess;
import dev.parley.load.ServerProcess.Setup;
import dev.parley.load.SharedStores;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Three nodes with different roles behind Axon Server, on stores that they share. All of them serve clients. */
final class Nodes implements AutoCloseable {
    private static final List<String> ROLES = List.of("command,api", "query,api", "command,query,api");

    private final List<Setup> setups = new ArrayList<>();
    private final List<ServerProcess> processes = new ArrayList<>();

    private Nodes() {}

    static Nodes start(SharedStores stores, String engine, Path directory) throws IOException, InterruptedException {
        Nodes nodes = new Nodes();
        for (String roles : ROLES) {
            List<String> settings = new ArrayList<>(stores.settings());
            settings.add("--parley.event-store=axonserver");
            settings.add("--parley.axon-server.addresses=" + engine);
            settings.add("--parley.roles=" + roles);
            Setup setup = Setup.on(directory.resolve("node-" + nodes.setups.size()), settings.toArray(String[]::new));
            nodes.setups.add(setup);
            nodes.processes.add(ServerProcess.launch(setup));
        }
        for (ServerProcess process : nodes.processes) {
            process.awaitStarted();
        }
        return nodes;
    }

    int count() {
        return setups.size();
    }

    int port(int node) {
        return setups.get(node % count()).port();
    }

    /** Kills a node at once and starts it again; returns once it serves. */
    void kill(int node) throws IOException, InterruptedException {
        processes.get(node).kill();
        ServerProcess again = ServerProcess.launch(setups.get(node));
        processes.set(node, again);
        again.awaitStarted();
    }

    @Override
    public void close() {
        processes.forEach(ServerProcess::close);
    }
}

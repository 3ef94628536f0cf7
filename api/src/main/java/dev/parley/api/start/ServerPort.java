package dev.parley.api.start;

import dev.parley.kernel.CannotStart;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.springframework.core.env.Environment;

/** The port at which the server will listen. */
final class ServerPort {
    private ServerPort() {}

    /** @throws CannotStart if another program listens there */
    static void requireFree(Environment environment) {
        int port = environment.getProperty("server.port", Integer.class, 8080);
        if (port <= 0) {
            return;
        }
        String address = environment.getProperty("server.address", "");
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true); // connections of an earlier server that are not quite over are no obstacle
            socket.bind(address.isEmpty() ? new InetSocketAddress(port) : new InetSocketAddress(address, port));
        } catch (BindException e) {
            throw new CannotStart(taken(port), e);
        } catch (IOException e) {
            throw new CannotStart("Port " + port + " cannot be opened: " + e.getMessage() + ".", e);
        }
    }

    static String taken(int port) {
        return "Port " + port + " is taken by another program: stop that one, or choose another port with server.port.";
    }
}

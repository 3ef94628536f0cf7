package dev.parley.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.parley.load.StoreProxy.How;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoreProxyTest {
    private static final int BRIEFLY = 200;

    private ServerSocket store;
    private StoreProxy proxy;

    @BeforeEach
    void start() throws IOException {
        store = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::echo);
        proxy = new StoreProxy(ServerProcess.freePort(), store::getLocalPort);
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        store.close();
    }

    @Test
    void passesOnWhatIsSaid() throws IOException {
        try (Socket client = connect()) {
            assertThat(ask(client)).isEqualTo('a');
            assertThat(proxy.connections()).isEqualTo(1);
        }
    }

    @Test
    void cutsAndTakesNoConnectionsWhileTheStoreIsStopped() throws IOException {
        try (Socket client = connect()) {
            ask(client);
            proxy.set(How.STOPPED);

            assertThat(catchThrowable(() -> ask(client))).isInstanceOf(IOException.class);
            assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
        }
        proxy.set(How.THERE);
        try (Socket client = connect()) {
            assertThat(ask(client)).isEqualTo('a');
        }
    }

    @Test
    void keepsWhatWasSaidWhileTheStoreHangs() throws IOException {
        try (Socket client = connect()) {
            proxy.set(How.HANGING);
            client.setSoTimeout(BRIEFLY);
            assertThatThrownBy(() -> ask(client)).isInstanceOf(SocketTimeoutException.class);

            proxy.set(How.THERE);
            client.setSoTimeout(0);
            assertThat(client.getInputStream().read()).isEqualTo('a');
        }
    }

    @Test
    void answersLateWhileTheStoreIsSlow() throws IOException {
        try (Socket client = connect()) {
            proxy.set(How.SLOW);
            long began = System.nanoTime();
            ask(client);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofSeconds(1));
        }
    }

    @Test
    void cutsWhoeverAsksWhileTheStoreFails() throws IOException {
        try (Socket client = connect()) {
            proxy.set(How.FAILING);
            client.getOutputStream().write('a');
            assertThat(client.getInputStream().read()).isEqualTo(-1);
        }
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), proxy.port());
    }

    private static int ask(Socket client) throws IOException {
        client.getOutputStream().write('a');
        int answer = client.getInputStream().read();
        if (answer < 0) {
            throw new IOException("closed");
        }
        return answer;
    }

    private void echo() {
        while (!store.isClosed()) {
            try {
                Socket client = store.accept();
                Thread.ofVirtual().start(() -> {
                    try (client) {
                        client.getInputStream().transferTo(client.getOutputStream());
                    } catch (IOException cut) {
                        // by the test
                    }
                });
            } catch (IOException closed) {
                return;
            }
        }
    }
}

package dev.parley.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;

/** Stands between a server and one of its stores, on loopback, and takes the store away in one of several ways. */
public final class StoreProxy implements AutoCloseable {
    private static final int CHUNK = 64 * 1024;
    private static final Duration SLOWNESS = Duration.ofSeconds(2);

    private final int port;
    private final IntSupplier target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile How how = How.THERE;
    private ServerSocket listener;

    /** How the store is. */
    public enum How {
        THERE,
        /** Connections are cut, and none is taken. */
        STOPPED,
        /** Connections are taken, and nothing comes back. */
        HANGING,
        /** Whatever comes back comes 2 s later. */
        SLOW,
        /** Connections are taken, and cut as soon as something is asked. */
        FAILING
    }

    /** @param target port of the store on loopback, asked for with each connection */
    public StoreProxy(int port, IntSupplier target) throws IOException {
        this.port = port;
        this.target = target;
        listen();
    }

    public int port() {
        return port;
    }

    /** Changes how the store is, for open connections, too. */
    public void set(How next) throws IOException {
        lock.lock();
        try {
            how = next;
            if (next == How.STOPPED) {
                listener.close();
                open.forEach(StoreProxy::cut);
            } else if (listener.isClosed()) {
                listen();
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** How many connections the server has open to the store. */
    public int connections() {
        return open.size() / 2;
    }

    private void listen() throws IOException {
        ServerSocket opened = new ServerSocket();
        opened.setReuseAddress(true);
        opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        listener = opened;
        Thread.ofVirtual().name("proxy").start(() -> accept(opened));
    }

    private void accept(ServerSocket from) {
        while (!from.isClosed()) {
            try {
                Socket client = from.accept();
                Socket store = new Socket(InetAddress.getLoopbackAddress(), target.getAsInt());
                client.setTcpNoDelay(true);
                store.setTcpNoDelay(true);
                open.add(client);
                open.add(store);
                Thread.ofVirtual().start(() -> pass(client, store, true));
                Thread.ofVirtual().start(() -> pass(store, client, false));
            } catch (IOException closed) {
                // the listener was closed, or the store is not there
            }
        }
    }

    private void pass(Socket from, Socket to, boolean asks) {
        byte[] chunk = new byte[CHUNK];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                if (how == How.FAILING && asks) {
                    return;
                }
                awaitTurn(asks);
                out.write(chunk, 0, count);
            }
        } catch (IOException cut) {
            // both ends are closed
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private void awaitTurn(boolean asks) throws InterruptedException {
        lock.lock();
        try {
            if (how == How.SLOW && !asks) {
                long left = SLOWNESS.toNanos();
                while (how == How.SLOW && left > 0) {
                    left = changed.awaitNanos(left);
                }
            }
            while (how == How.HANGING) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    private static void cut(Socket socket) {
        try (socket) {
            socket.setSoLinger(true, 0);
        } catch (SocketException closed) {
            // whoever was on the other end was faster
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        set(How.STOPPED);
    }
}

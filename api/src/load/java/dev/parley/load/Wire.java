package dev.parley.load;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** A loopback socket read through one reused buffer, in the few steps that HTTP/1.1 is made of. For one thread. */
final class Wire implements AutoCloseable {
    private static final int CONNECT_MILLIS = 10_000;

    private final Socket socket = new Socket();
    private final byte[] buffer = new byte[16 * 1024];
    private final InputStream in;
    private int start;
    private int end;

    /**
     * @param receiveBuffer bytes that the kernel may hold for us; 0 leaves it to the kernel
     * @param readMillis for how long a read waits before it fails
     */
    Wire(int port, int receiveBuffer, int readMillis) throws IOException {
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(readMillis);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
        in = socket.getInputStream();
    }

    void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    int read() throws IOException {
        if (start == end) {
            fill();
        }
        return buffer[start++];
    }

    /** Puts the next line, without its end, after what {@code target} holds. */
    Bytes line(Bytes target) throws IOException {
        for (int next = read(); next != '\n'; next = read()) {
            target.add((byte) next);
        }
        target.dropLast('\r');
        return target;
    }

    void copy(int count, Bytes target) throws IOException {
        int left = count;
        while (left > 0) {
            if (start == end) {
                fill();
            }
            int part = Math.min(left, end - start);
            target.add(buffer, start, part);
            start += part;
            left -= part;
        }
    }

    private void fill() throws IOException {
        int count = in.read(buffer, 0, buffer.length);
        if (count < 0) {
            throw new EOFException("the server closed the connection");
        }
        start = 0;
        end = count;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

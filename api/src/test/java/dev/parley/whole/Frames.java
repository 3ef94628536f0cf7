package dev.parley.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What a client says and hears on a WebSocket. */
final class Frames implements WebSocket.Listener {
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final StringBuilder partial = new StringBuilder();
    private volatile WebSocket socket;

    /** @param frame JSON, in which single quotes stand for double ones */
    void say(String frame) {
        socket.sendText(frame.replace('\'', '"'), true).join();
    }

    /** The next frame that contains this. */
    String until(String part) throws InterruptedException {
        String frame = "";
        while (!frame.contains(part)) {
            frame = heard.poll(5, TimeUnit.SECONDS);
            assertThat(frame).as("a frame with %s", part).isNotNull();
        }
        return frame;
    }

    void leave() {
        socket.abort();
    }

    @Override
    public void onOpen(WebSocket opened) {
        socket = opened;
        opened.request(1);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            heard.add(partial.toString());
            partial.setLength(0);
        }
        from.request(1);
        return null;
    }
}

package dev.parley.query.live;

import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import tools.jackson.databind.json.JsonMapper;

/** One thing that happened, as listeners get it. It is encoded when it is first sent, once per format, and shared. */
public final class Frame {
    private static final long NO_ID = -1;

    private final JsonMapper json;
    private final String event;
    private final Object data;
    private final long id;
    private final boolean wrapped;
    private volatile byte[] sse;
    private volatile byte[] text;

    private Frame(JsonMapper json, String event, Object data, long id, boolean wrapped) {
        this.json = json;
        this.event = event;
        this.data = data;
        this.id = id;
        this.wrapped = wrapped;
    }

    /** A frame after which a client can resume. */
    public static Frame numbered(JsonMapper json, String event, Object data, long id) {
        return new Frame(json, event, data, id, true);
    }

    /** A frame that is not repeated to those who were away. */
    public static Frame passing(JsonMapper json, String event, Object data) {
        return new Frame(json, event, data, NO_ID, true);
    }

    /** A passing frame that says what an answer to a WebSocket's frame says, and looks like one there. */
    public static Frame unasked(JsonMapper json, String event, Object data) {
        return new Frame(json, event, data, NO_ID, false);
    }

    public String event() {
        return event;
    }

    public OptionalLong id() {
        return id == NO_ID ? OptionalLong.empty() : OptionalLong.of(id);
    }

    /** As server-sent event. The same array to everybody: never to be changed. */
    public byte[] sse() {
        byte[] encoded = sse;
        return encoded == null ? encodeSse() : encoded;
    }

    /** As text of a WebSocket frame. The same array to everybody: never to be changed. */
    public byte[] text() {
        byte[] encoded = text;
        return encoded == null ? encodeText() : encoded;
    }

    private synchronized byte[] encodeSse() {
        if (sse == null) {
            String head = id == NO_ID ? "" : "id: " + id + "\n";
            sse = bytes(head + "event: " + event + "\ndata: " + json.writeValueAsString(data) + "\n\n");
        }
        return sse;
    }

    private synchronized byte[] encodeText() {
        if (text == null) {
            String place = id == NO_ID ? "" : "\"event_id\":\"" + id + "\",";
            String object = json.writeValueAsString(data);
            String rest = wrapped ? place + "\"data\":" + object + "}" : object.substring(1);
            text = bytes("{\"type\":\"" + event + "\"," + rest);
        }
        return text;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return id == NO_ID ? event : id + " " + event;
    }
}

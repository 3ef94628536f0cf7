package dev.parley.bench.ratio;

import dev.parley.bench.Words;
import dev.parley.load.HttpConnection;
import dev.parley.load.Person;
import java.util.List;
import java.util.function.Supplier;

/** The requests of one writer in one room: a new line each time. */
final class Posts implements Supplier<byte[]> {
    private final String path;
    private final List<String> headers;

    Posts(Person author, String room) {
        path = path(room);
        headers = author.headers();
    }

    static String path(String room) {
        return "/api/chat/" + room + "/messages/";
    }

    @Override
    public byte[] get() {
        return withContent(Words.line());
    }

    /** @param content without signs that JSON escapes */
    byte[] withContent(String content) {
        return HttpConnection.request("POST", path, headers, "{\"content\":\"" + content + "\"}");
    }
}

package dev.parley.query.live;

import dev.parley.kernel.node.NodeTalk;
import dev.parley.query.live.NodeMessage.Bye;
import dev.parley.query.live.NodeMessage.Everybody;
import dev.parley.query.live.NodeMessage.Hello;
import dev.parley.query.live.NodeMessage.News;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What one node says, as JSON, in pieces that are as short as {@link NodeTalk} asks. */
final class NodeWriting {
    /** Of each piece for its entries, so that the rest of it fits, too. */
    private static final int ENTRY_BYTES = NodeTalk.MAX_BYTES - 500;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String node;

    /** @param node which says it: 100 characters at most */
    NodeWriting(String node) {
        this.node = node;
    }

    String hello() {
        return JSON.writeValueAsString(new Hello(node));
    }

    String bye() {
        return JSON.writeValueAsString(new Bye(node));
    }

    List<String> everybody(List<Seat> here) {
        List<List<Seat>> parts = parts(here);
        return IntStream.range(0, parts.size())
                .mapToObj(part -> new Everybody(node, part + 1, parts.size(), parts.get(part)))
                .map(JSON::writeValueAsString)
                .toList();
    }

    List<String> news(List<Passing> news) {
        return parts(news).stream()
                .map(part -> new News(node, part))
                .map(JSON::writeValueAsString)
                .toList();
    }

    /** @throws JacksonException if this node does not know what was said, as newer ones may say more */
    static NodeMessage read(String said) {
        return JSON.readValue(said, NodeMessage.class);
    }

    private static <T> List<List<T>> parts(List<T> entries) {
        List<List<T>> parts = new ArrayList<>();
        parts.add(new ArrayList<>());
        int bytes = 0;
        for (T entry : entries) {
            int more = JSON.writeValueAsString(entry).getBytes(StandardCharsets.UTF_8).length + 1;
            if (bytes + more > ENTRY_BYTES) {
                parts.add(new ArrayList<>());
                bytes = 0;
            }
            parts.getLast().add(entry);
            bytes += more;
        }
        return parts;
    }
}

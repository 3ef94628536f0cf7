package dev.parley.query.live;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** What nodes tell each other of who is where and who types. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "say")
@JsonSubTypes({
    @Type(value = NodeMessage.Hello.class, name = "hello"),
    @Type(value = NodeMessage.Everybody.class, name = "everybody"),
    @Type(value = NodeMessage.News.class, name = "news"),
    @Type(value = NodeMessage.Bye.class, name = "bye")
})
sealed interface NodeMessage {
    /** The node that says it. */
    String from();

    /** The node may know of some people wrongly: all others are asked who is at theirs, and it tells who is at its own. */
    record Hello(String from) implements NodeMessage {}

    /**
     * Everybody who is at the node.
     *
     * @param part of so many that follow each other, the first of which is 1
     */
    record Everybody(String from, int part, int parts, List<Seat> here) implements NodeMessage {}

    /** @param news nothing, where this is only a sign of life */
    record News(String from, List<Passing> news) implements NodeMessage {}

    /** Nobody is at the node any more, and it says nothing after this. */
    record Bye(String from) implements NodeMessage {}
}

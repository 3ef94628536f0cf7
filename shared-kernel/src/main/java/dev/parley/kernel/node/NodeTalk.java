package dev.parley.kernel.node;

import java.util.List;

/**
 * What this node says to the others, and hears of them. Nothing of it is kept anywhere: whoever is away misses it. All of it
 * is asked for on one thread, and must return at once.
 */
public interface NodeTalk {
    /** What one node says in one piece is shorter than this, in bytes of UTF-8. */
    int MAX_BYTES = 8_000;

    /** From now on whatever others say is heard; what was said since {@link #say} was last asked is lost. */
    void begin();

    /** Something that was said, in the order in which it was; also by this node itself. */
    void hear(String said);

    /** What there is to say now, in this order. Asked for several times a second. */
    List<String> say();

    /** Others can be neither told nor heard, until {@link #begin}. */
    void cutOff();

    /** The last that is said. */
    List<String> farewell();
}

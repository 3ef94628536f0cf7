package dev.parley.query.live;

import dev.parley.kernel.node.NodeTalk;
import dev.parley.query.live.NodeMessage.Bye;
import dev.parley.query.live.NodeMessage.Everybody;
import dev.parley.query.live.NodeMessage.Hello;
import dev.parley.query.live.NodeMessage.News;
import dev.parley.query.live.Passing.Came;
import dev.parley.query.live.Passing.Typing;
import dev.parley.query.live.Passing.Went;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/**
 * Tells the other nodes who is at this one and who types here, and this one's listeners what others tell. A node that says
 * nothing for as long as {@link LiveSettings#nodeSilence} is forgotten, with everybody who was there; each gives a sign of
 * life three times within that. Whoever begins to hear says hello, and is told everything: so what was missed is made good.
 */
@Component
@Conditional(OnApiNodes.class)
class Neighbours implements NodeTalk {
    private static final Logger LOG = LoggerFactory.getLogger(Neighbours.class);
    private static final int SIGNS_OF_LIFE = 3;

    private final String self = UUID.randomUUID().toString();
    private final NodeWriting writing = new NodeWriting(self);
    private final Map<String, OtherNode> others = new HashMap<>();
    private final Presence presence;
    private final Outbox outbox;
    private final List<TypingListener> listeners;
    private final Duration silence;
    private final Clock clock;
    private boolean greets;
    private boolean tellsEverybody;
    private Instant spoke = Instant.MIN;

    Neighbours(Presence presence, Outbox outbox, List<TypingListener> listeners, LiveSettings settings, Clock clock) {
        this.presence = presence;
        this.outbox = outbox;
        this.listeners = List.copyOf(listeners);
        this.silence = settings.nodeSilence();
        this.clock = clock;
    }

    /** What the others know this node by. */
    String name() {
        return self;
    }

    /** Others have not been silent while they were not heard. */
    @Override
    public void begin() {
        others.values().forEach(other -> other.heard(clock.instant()));
        greets = true;
    }

    @Override
    public void hear(String said) {
        NodeMessage message;
        try {
            message = NodeWriting.read(said);
        } catch (JacksonException unknown) {
            LOG.debug("Another node says what this one does not know", unknown);
            return;
        }
        if (!message.from().equals(self)) {
            hear(message);
        }
    }

    private void hear(NodeMessage message) {
        String node = message.from();
        switch (message) {
            case Hello hello -> {
                known(node);
                tellsEverybody = true;
            }
            case Everybody told -> greeted(node).take(told).ifPresent(here -> replace(node, here));
            case News told -> {
                greeted(node);
                told.news().forEach(passing -> pass(node, passing));
            }
            case Bye bye -> forget(node);
        }
    }

    private OtherNode known(String node) {
        OtherNode other = others.computeIfAbsent(node, id -> new OtherNode(clock.instant()));
        other.heard(clock.instant());
        outbox.open(true);
        return other;
    }

    /** A node that was not known has not told everything yet. */
    private OtherNode greeted(String node) {
        greets |= !others.containsKey(node);
        return known(node);
    }

    private void replace(String node, List<Seat> here) {
        Set<Seat> gone = new HashSet<>(presence.at(node));
        here.forEach(gone::remove);
        gone.forEach(seat -> pass(node, new Went(seat)));
        here.forEach(seat -> pass(node, new Came(seat)));
    }

    private void pass(String node, Passing passing) {
        switch (passing) {
            case Came came -> presence.comes(node, came.seat());
            case Went went -> presence.leaves(node, went.seat());
            case Typing sign -> listeners.forEach(listener -> listener.on(sign));
        }
    }

    private void forget(String node) {
        others.remove(node);
        replace(node, List.of());
    }

    @Override
    public List<String> say() {
        Instant now = clock.instant();
        List<String> silent = others.keySet().stream()
                .filter(node -> others.get(node).isSilentSince(now.minus(silence)))
                .toList();
        silent.forEach(this::forget);
        outbox.open(!others.isEmpty());
        List<String> words = words(now);
        if (!words.isEmpty()) {
            spoke = now;
        }
        return words;
    }

    private List<String> words(Instant now) {
        List<String> words = new ArrayList<>();
        if (greets) {
            words.add(writing.hello());
        }
        if (greets || tellsEverybody) {
            words.addAll(writing.everybody(presence.here()));
        }
        greets = false;
        tellsEverybody = false;
        List<Passing> news = news();
        boolean lifeless = words.isEmpty() && !now.isBefore(spoke.plus(silence.dividedBy(SIGNS_OF_LIFE)));
        if (!news.isEmpty() || lifeless) {
            words.addAll(writing.news(news));
        }
        return words;
    }

    private List<Passing> news() {
        List<Passing> news = new ArrayList<>();
        outbox.takeMoved().forEach(seat -> news.add(presence.isHere(seat) ? new Came(seat) : new Went(seat)));
        news.addAll(outbox.takeTyping());
        return news;
    }

    /** What happens meanwhile is told with everybody who is here, or is over by then. */
    @Override
    public void cutOff() {
        outbox.open(false);
    }

    @Override
    public List<String> farewell() {
        outbox.open(false);
        return List.of(writing.bye());
    }
}

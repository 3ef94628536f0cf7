package dev.parley.whole;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import dev.parley.api.stack.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeSet;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.bson.Document;

/** A log that all projections are given once in order, and again with each event twice and old ones in between. */
final class Redelivery {
    private final Stack stack;
    private final List<TrackedEventMessage<?>> log;

    Redelivery(Stack stack, List<TrackedEventMessage<?>> log) {
        this.stack = stack;
        this.log = Afterwards.of(log);
    }

    /** What is not the same after both: each document with what it said, and what operators had asked for, if done again. */
    List<String> differences(long seed) {
        var deliveries = new Deliveries<>(log, new Random(seed));
        List<Document> asked = asked();
        SortedMap<String, String> clean = new Replay(stack, 101).of(deliveries.clean());
        SortedMap<String, String> repeated = new Replay(stack, 102).of(deliveries.repeated());
        List<String> differences = new ArrayList<>();
        var places = new TreeSet<>(clean.keySet());
        places.addAll(repeated.keySet());
        places.stream()
                .filter(place -> !clean.getOrDefault(place, "").equals(repeated.get(place)))
                .forEach(place -> differences.add(place + ": " + clean.get(place) + " and " + repeated.get(place)));
        if (!asked.equals(asked())) {
            differences.add(asked + " and " + asked());
        }
        return differences;
    }

    /** Of each projection, how many versions there were, what is to be done, and up to where that was learnt. */
    private List<Document> asked() {
        return stack.part(MongoDatabase.class)
                .getCollection("projections")
                .find()
                .projection(Projections.include("newest", "paused", "repairing", "applied"))
                .into(new ArrayList<>());
    }
}

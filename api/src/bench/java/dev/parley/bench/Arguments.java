package dev.parley.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What follows a command: plain words, and {@code --name=value}. */
public final class Arguments {
    private final List<String> words = new ArrayList<>();
    private final Map<String, String> options = new HashMap<>();

    public Arguments(String... arguments) {
        for (String argument : arguments) {
            if (argument.startsWith("--")) {
                String[] parts = argument.substring(2).split("=", 2);
                options.put(parts[0], parts.length == 2 ? parts[1] : "true");
            } else {
                words.add(argument);
            }
        }
    }

    /** @throws IllegalArgumentException naming what is missing */
    public String word(int place, String what) {
        if (words.size() <= place) {
            throw new IllegalArgumentException("say which " + what);
        }
        return words.get(place);
    }

    public List<String> words() {
        return List.copyOf(words);
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(options.get(name));
    }

    public int number(String name, int otherwise) {
        return text(name).map(Integer::parseInt).orElse(otherwise);
    }

    public double decimal(String name, double otherwise) {
        return text(name).map(Double::parseDouble).orElse(otherwise);
    }

    public boolean has(String name) {
        return options.containsKey(name);
    }
}

package dev.parley.kernel.detection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A tree of all entries, letter by letter, so that looking takes time by the length of a text, not of the lists. */
final class Phrases {
    private static final char ANY_ENDING = '*';
    private static final char BETWEEN = ' ';

    private final Node root = new Node();

    /** @param entry its phrase: words with a space between; a {@code *} at a word's end stands for any ending */
    void add(Entry entry) {
        Node node = root;
        for (String written : entry.phrase().split(" ")) {
            boolean open = written.charAt(written.length() - 1) == ANY_ENDING;
            String word = open ? written.substring(0, written.length() - 1) : written;
            for (Word part : Words.of(word)) {
                node = node == root ? root : node.after(BETWEEN);
                node = node.after(part.plain());
            }
            node = open ? node.opened() : node;
        }
        node.entries.add(entry);
    }

    /** The longest phrase that begins with this word. */
    Match at(List<Word> words, int index) {
        Match longest = new Match();
        root.match(words, index, longest);
        return longest;
    }

    /** What was found: nothing as long as {@code end} is 0. */
    static final class Match {
        /** Index of the word behind the phrase. */
        int end;

        final List<Entry> entries = new ArrayList<>(0);

        private void offer(int at, List<Entry> found) {
            if (!found.isEmpty() && at >= end) {
                if (at > end) {
                    entries.clear();
                }
                end = at;
                entries.addAll(found);
            }
        }
    }

    private static final class Node {
        private final Map<Character, Node> next = new HashMap<>();
        private final List<Entry> entries = new ArrayList<>(0);
        private Node open;

        Node after(char letter) {
            return next.computeIfAbsent(letter, any -> new Node());
        }

        Node after(String letters) {
            Node node = this;
            for (int i = 0; i < letters.length(); i++) {
                node = node.after(letters.charAt(i));
            }
            return node;
        }

        /** What follows once the rest of a word may be anything. */
        Node opened() {
            open = open == null ? new Node() : open;
            return open;
        }

        void match(List<Word> words, int index, Match longest) {
            for (String reading : words.get(index).readings()) {
                Node node = this;
                for (int i = 0; node != null && i < reading.length(); i++) {
                    node = node.next.get(reading.charAt(i));
                    if (node != null && node.open != null) {
                        node.open.ended(words, index + 1, longest);
                    }
                }
                if (node != null) {
                    node.ended(words, index + 1, longest);
                }
            }
        }

        private void ended(List<Word> words, int index, Match longest) {
            longest.offer(index, entries);
            Node further = next.get(BETWEEN);
            if (further != null && index < words.size() && !words.get(index).begins()) {
                further.match(words, index, longest);
            }
        }
    }
}

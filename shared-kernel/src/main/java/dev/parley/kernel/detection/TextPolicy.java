package dev.parley.kernel.detection;

import dev.parley.kernel.detection.Address.Aim;
import dev.parley.kernel.detection.Phrases.Match;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is looked for in a text, compiled from lists: see docs/detection.md. Looking is a pure function of the text, in
 * time by its length, whatever it holds. At most 20 findings are told of one text.
 */
public final class TextPolicy {
    public static final int MAX_FINDINGS = 20;

    private final String version;
    private final Map<String, Address> addresses;
    private final Phrases phrases = new Phrases();
    private final Links links;

    TextPolicy(Lists lists) {
        version = lists.version();
        addresses = lists.addresses();
        lists.entries().forEach(phrases::add);
        links = new Links(lists.links());
    }

    /** The policy of this release; the first call reads its lists. */
    public static TextPolicy current() {
        return Current.POLICY;
    }

    /** Another one for each change of a list: {@code 1-} and 8 hexadecimal digits of the lists' digest. */
    public String version() {
        return version;
    }

    public Verdict look(String text) {
        List<Word> words = Words.of(text);
        List<Finding> found = new ArrayList<>();
        spoken(words, found);
        links.look(text, found);
        Repetition.look(text, words, found);
        List<Finding> first = found.stream()
                .sorted(Comparator.comparingInt(Finding::start))
                .limit(MAX_FINDINGS)
                .toList();
        return new Verdict(version, first);
    }

    private void spoken(List<Word> words, List<Finding> found) {
        int next;
        for (int i = 0; i < words.size(); i = next) {
            Match match = phrases.at(words, i);
            Optional<Finding> finding = finding(words, i, match);
            finding.ifPresent(found::add);
            next = finding.isPresent() || isHarmless(match) ? match.end : i + 1;
        }
    }

    private static boolean isHarmless(Match match) {
        return match.entries.stream().anyMatch(entry -> entry.kind() == Entry.Kind.HARMLESS);
    }

    /** The gravest that the entries of one phrase say, be it an entry of several languages. */
    private Optional<Finding> finding(List<Word> words, int index, Match match) {
        Finding gravest = null;
        if (!isHarmless(match)) {
            for (Entry entry : match.entries) {
                int severity = severity(entry, words, index);
                if (severity > (gravest == null ? 0 : gravest.severity())) {
                    int end = words.get(match.end - 1).end();
                    gravest = new Finding(
                            entry.category(), severity, words.get(index).start(), end, entry.rule());
                }
            }
        }
        return Optional.ofNullable(gravest);
    }

    /** 0 for what does not count. */
    private int severity(Entry entry, List<Word> words, int index) {
        if (entry.kind() == Entry.Kind.WHOLE) {
            return entry.severity();
        }
        Aim aim = addresses.get(entry.language()).at(words, index);
        return switch (aim) {
            case PERSON ->
                entry.kind() == Entry.Kind.DIRECTED
                        ? entry.severity()
                        : Math.min(Finding.MAX_SEVERITY, entry.severity() + 1);
            case UNKNOWN -> entry.kind() == Entry.Kind.DIRECTED ? 0 : entry.severity();
            case SPARED -> 0;
        };
    }

    private static final class Current {
        private static final TextPolicy POLICY = new TextPolicy(Lists.ofRelease());
    }
}

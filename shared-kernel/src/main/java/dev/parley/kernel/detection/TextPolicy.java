package dev.parley.kernel.detection;

import dev.parley.kernel.detection.Address.Aim;
import dev.parley.kernel.detection.Phrases.Match;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
        spoken(text, words, found);
        links.look(text, found);
        Repetition.look(text, words, found);
        List<Finding> first = found.stream()
                .sorted(Comparator.comparingInt(Finding::start))
                .limit(MAX_FINDINGS)
                .toList();
        return new Verdict(version, first);
    }

    private void spoken(String text, List<Word> words, List<Finding> found) {
        int next;
        for (int i = isName(text, words) ? 1 : 0; i < words.size(); i = next) {
            Match match = phrases.at(words, i);
            Optional<Finding> finding = finding(words, i, match);
            finding.ifPresent(found::add);
            next = finding.isPresent() || isHarmless(match) ? match.end : i + 1;
        }
    }

    /** Whoever a line is for comes first, with a colon: that name is not what the line says. */
    private static boolean isName(String text, List<Word> words) {
        return words.size() > 1
                && words.getFirst().end() < text.length()
                && text.charAt(words.getFirst().end()) == ':'
                && words.get(1).begins();
    }

    private static boolean isHarmless(Match match) {
        return match.entries.stream().anyMatch(entry -> entry.kind() == Entry.Kind.HARMLESS);
    }

    /** The gravest that the entries of one phrase say, be it an entry of several languages. */
    private Optional<Finding> finding(List<Word> words, int index, Match match) {
        Finding gravest = null;
        for (Entry entry : isHarmless(match) ? List.<Entry>of() : match.entries) {
            Aim aim = aim(entry, words, index, match.end);
            int severity = severity(entry, aim);
            if (entry.kind() != Entry.Kind.WHOLE && aim == Aim.SPARED) {
                return Optional.empty();
            }
            if (severity > (gravest == null ? 0 : gravest.severity())) {
                int end = words.get(match.end - 1).end();
                gravest =
                        new Finding(entry.category(), severity, words.get(index).start(), end, entry.rule());
            }
        }
        return Optional.ofNullable(gravest);
    }

    /** A text of nothing else is said to somebody. A word that counts anywhere is a word of many languages. */
    private Aim aim(Entry entry, List<Word> words, int index, int end) {
        if (index == 0 && end == words.size()) {
            return Aim.PERSON;
        }
        if (entry.kind() == Entry.Kind.DIRECTED) {
            return addresses.get(entry.language()).at(words, index);
        }
        Set<Aim> aims = EnumSet.noneOf(Aim.class);
        addresses.values().forEach(address -> aims.add(address.at(words, index)));
        aims.remove(Aim.UNKNOWN);
        return aims.contains(Aim.SPARED)
                ? Aim.SPARED
                : aims.stream().findFirst().orElse(Aim.UNKNOWN);
    }

    /** 0 for what does not count. */
    private static int severity(Entry entry, Aim aim) {
        return switch (entry.kind()) {
            case WHOLE -> entry.severity();
            case DIRECTED -> aim == Aim.PERSON ? entry.severity() : 0;
            case ANYWHERE -> Math.min(Finding.MAX_SEVERITY, entry.severity() + (aim == Aim.PERSON ? 1 : 0));
            case HARMLESS -> 0;
        };
    }

    private static final class Current {
        private static final TextPolicy POLICY = new TextPolicy(Lists.ofRelease());
    }
}

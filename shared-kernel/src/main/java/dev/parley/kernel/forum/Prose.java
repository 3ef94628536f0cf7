package dev.parley.kernel.forum;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Markdown text without its code and its links: a space stands where they were. It looks at lines and marks alone, in
 * one pass over the text for each: fenced blocks, lines of 4 spaces or a tab after an empty line, what backticks enclose,
 * {@code [text](address)}, and addresses on the web. A paragraph within a list that looks like code is taken for code.
 */
final class Prose {
    private static final Pattern FENCE = Pattern.compile(" {0,3}(`{3,}+|~{3,}+)(.*+)");
    private static final Pattern INDENTED = Pattern.compile("(?: {4}| {0,3}\t).*+");
    private static final Pattern BACKTICKS = Pattern.compile("`++");
    private static final Pattern LINK =
            Pattern.compile("\\[[^\\[\\]]*+]\\([^()\\s]*+[^()\\[\\]]*+\\)|https?://[^\\s<>`]++");

    private Prose() {}

    static String of(String text) {
        return LINK.matcher(withoutSpans(withoutBlocks(text))).replaceAll(" ");
    }

    private static String withoutBlocks(String text) {
        var prose = new StringBuilder();
        String fence = "";
        boolean codeMayBegin = true;
        for (String line : text.lines().toList()) {
            Matcher mark = FENCE.matcher(line);
            boolean isMark = mark.matches();
            boolean isCode = codeMayBegin && INDENTED.matcher(line).matches();
            if (!fence.isEmpty()) {
                boolean closes = isMark
                        && mark.group(1).startsWith(fence)
                        && mark.group(2).isBlank();
                fence = closes ? "" : fence;
                codeMayBegin = true;
            } else if (isMark && opens(mark)) {
                fence = mark.group(1);
            } else {
                prose.append(isCode ? "" : line).append('\n');
                codeMayBegin = isCode || line.isBlank();
            }
        }
        return prose.toString();
    }

    /** Backticks after a fence of them are those of a span. */
    private static boolean opens(Matcher mark) {
        return mark.group(1).startsWith("~") || mark.group(2).indexOf('`') < 0;
    }

    /** A run of backticks encloses what stands before the next run of the same length. */
    private static String withoutSpans(String text) {
        List<MatchResult> runs = BACKTICKS.matcher(text).results().toList();
        List<Integer> ends = ends(runs);
        var prose = new StringBuilder();
        int done = 0;
        for (int run = 0; run < runs.size(); run++) {
            int end = ends.get(run);
            if (runs.get(run).start() >= done && end > 0) {
                prose.append(text, done, runs.get(run).start()).append(' ');
                done = end;
            }
        }
        return prose.append(text, done, text.length()).toString();
    }

    /** For each run where the next of the same length ends, 0 if there is none. */
    private static List<Integer> ends(List<MatchResult> runs) {
        Map<Integer, Integer> next = new HashMap<>();
        List<Integer> ends = new ArrayList<>();
        for (MatchResult run : runs.reversed()) {
            Integer end = next.put(run.end() - run.start(), run.end());
            ends.add(end == null ? 0 : end);
        }
        return ends.reversed();
    }
}

package dev.parley.kernel.detection;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds links that promote something: shortened ones, invitations, those that pay for sharing, repeated ones. */
final class Links {
    private static final String RULE = "promotion.links/";
    private static final int MAX_HOST = 253;
    private static final int SAME_LINK = 3;
    private static final String SCHEME = "://";
    private static final char HARMLESS = '-';
    private static final char PARAMETER = '?';

    /** Beginnings of paths by host; every path begins with the empty one. */
    private final Map<String, Set<String>> hosts = new HashMap<>();

    private final Set<String> harmless = new HashSet<>();
    private final Set<String> parameters = new HashSet<>();

    /** @param lines a host or host/path, {@code ?parameter}, or {@code -host} for one that promotes nothing */
    Links(List<String> lines) {
        for (String line : lines) {
            switch (line.charAt(0)) {
                case HARMLESS -> harmless.add(line.substring(1));
                case PARAMETER -> parameters.add(line.substring(1));
                default -> {
                    int slash = line.indexOf('/');
                    String host = slash < 0 ? line : line.substring(0, slash);
                    String path = slash < 0 ? "" : line.substring(slash);
                    hosts.computeIfAbsent(host, any -> new HashSet<>()).add(path);
                }
            }
        }
    }

    void look(String text, List<Finding> found) {
        Map<String, Integer> times = new HashMap<>();
        int next;
        for (int i = text.indexOf('.') < 0 ? text.length() : 0; i < text.length(); i = Math.max(next, i + 1)) {
            next = endOfHost(text, i);
            if (isHost(text, i, next)) {
                Link link = new Link(text, i, next, endOfLink(text, next));
                next = link.end;
                String rule = rule(link, times);
                if (!rule.isEmpty()) {
                    found.add(new Finding(Category.PROMOTION, 1, link.begin, link.end, RULE + rule));
                }
            }
        }
    }

    private record Link(String text, int begin, int host, int end) {
        String name() {
            return text.substring(begin, host).toLowerCase(Locale.ROOT);
        }

        String rest() {
            return text.substring(host, end);
        }

        /** Else it may be the name of a file. */
        boolean isWritten() {
            return name().startsWith("www.") || text.startsWith(SCHEME, begin - SCHEME.length());
        }
    }

    /** The entry that this link meets, or that it is there once too often, or an empty text. */
    private String rule(Link link, Map<String, Integer> times) {
        String rule = rule(link.name(), link.rest());
        boolean counts = rule.isEmpty() && link.isWritten() && isUnknown(link.name());
        return counts && times.merge(link.name() + link.rest(), 1, Integer::sum) == SAME_LINK ? "repeated" : rule;
    }

    /** The entry that this link meets, or an empty text. */
    private String rule(String host, String rest) {
        for (String name = host; !name.isEmpty(); name = parent(name)) {
            if (harmless.contains(name)) {
                return "";
            }
            for (String path : hosts.getOrDefault(name, Set.of())) {
                if (rest.startsWith(path) || rest.startsWith(path, endOfPort(rest))) {
                    return name + path;
                }
            }
        }
        return parameterOf(rest);
    }

    private String parameterOf(String rest) {
        int query = rest.indexOf('?');
        if (query >= 0) {
            for (String pair : rest.substring(query + 1).split("&")) {
                String name = pair.split("=", 2)[0].toLowerCase(Locale.ROOT);
                if (parameters.contains(name)) {
                    return "?" + name;
                }
            }
        }
        return "";
    }

    private boolean isUnknown(String host) {
        boolean unknown = true;
        for (String name = host; unknown && !name.isEmpty(); name = parent(name)) {
            unknown = !harmless.contains(name);
        }
        return unknown;
    }

    private static String parent(String host) {
        int dot = host.indexOf('.');
        return dot < 0 ? "" : host.substring(dot + 1);
    }

    private static boolean isHost(String text, int begin, int end) {
        int dot = text.indexOf('.', begin, end);
        return end - begin <= MAX_HOST && dot > begin && dot < end - 1;
    }

    private static int endOfHost(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(from) != '.' && isHostCharacter(text.charAt(end))) {
            end++;
        }
        while (end > from && text.charAt(end - 1) == '.') {
            end--;
        }
        return end;
    }

    private static int endOfPort(String rest) {
        int end = rest.startsWith(":") ? 1 : 0;
        while (end > 0 && end < rest.length() && Character.isDigit(rest.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Behind the path, if one follows the host: up to a space or what encloses the link. */
    private static int endOfLink(String text, int host) {
        int end = host;
        if (end < text.length() && "/?:#".indexOf(text.charAt(end)) >= 0) {
            while (end < text.length() && !isEnclosing(text.charAt(end))) {
                end++;
            }
        }
        while (end > host && ".,:;!?".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    private static boolean isEnclosing(char c) {
        return Character.isWhitespace(c) || "<>()[]\"'`|".indexOf(c) >= 0;
    }

    private static boolean isHostCharacter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '.' || c == '-';
    }
}

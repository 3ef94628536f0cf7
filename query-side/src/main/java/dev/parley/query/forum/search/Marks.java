package dev.parley.query.forum.search;

/**
 * What was found in a text is marked by two characters that no indexed text has. Everything else is escaped before they
 * become tags, so that a text can bring none of its own.
 */
final class Marks {
    static final char BEGIN = '\uE000';
    static final char END = '\uE001';

    private static final String ELLIPSIS = "…";

    private Marks() {}

    /** A text as it is indexed: without the two. */
    static String without(String text) {
        return text.replace(String.valueOf(BEGIN), "").replace(String.valueOf(END), "");
    }

    /**
     * HTML in which {@code <mark>} is the only element, every one closed.
     *
     * @param maxCodePoints of the text, marks not counted: what comes after them is cut off
     */
    static String html(String marked, int maxCodePoints) {
        var html = new StringBuilder();
        boolean open = false;
        int shown = 0;
        for (int codePoint : marked.codePoints().toArray()) {
            if (codePoint == BEGIN || codePoint == END) {
                boolean begins = codePoint == BEGIN && shown < maxCodePoints;
                if (begins != open) {
                    html.append(begins ? "<mark>" : "</mark>");
                    open = begins;
                }
            } else if (shown++ < maxCodePoints) {
                append(html, codePoint);
            }
        }
        html.append(open ? "</mark>" : "");
        return html.append(shown > maxCodePoints ? ELLIPSIS : "").toString();
    }

    private static void append(StringBuilder html, int codePoint) {
        switch (codePoint) {
            case '<' -> html.append("&lt;");
            case '>' -> html.append("&gt;");
            case '&' -> html.append("&amp;");
            case '"' -> html.append("&quot;");
            case '\'' -> html.append("&#39;");
            default -> html.appendCodePoint(codePoint);
        }
    }
}

package dev.parley.query.forum.markup;

import java.util.regex.Pattern;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Lets through the elements that Markdown has, links to {@code http}, {@code https} and the pages of people, and nothing
 * that loads by itself. Characters that turn the direction of what follows are left out.
 */
final class SafeHtml {
    private static final Pattern LINK = Pattern.compile("(?i:https?)://[!-~]+|/@/[A-Za-z0-9_.-]+");
    private static final Pattern LANGUAGE = Pattern.compile("language-[A-Za-z0-9+#_-]{1,32}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final Pattern TURNS = Pattern.compile("[\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]");

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements("p", "br", "hr", "em", "strong", "del", "code", "pre", "blockquote", "ul", "ol", "li")
            .allowElements("h1", "h2", "h3", "h4", "h5", "h6", "a")
            .allowAttributes("href")
            .matching(LINK)
            .onElements("a")
            .allowUrlProtocols("http", "https")
            .requireRelsOnLinks("nofollow", "noopener", "ugc")
            .allowAttributes("start")
            .matching(NUMBER)
            .onElements("ol")
            .allowAttributes("class")
            .matching(LANGUAGE)
            .onElements("code")
            .toFactory();

    private SafeHtml() {}

    static String of(String html) {
        return POLICY.sanitize(TURNS.matcher(html).replaceAll(""));
    }
}

package dev.parley.api.http;

import java.util.Set;

/** Where the web client is: all that its own router knows, by the first part of the path. No endpoint begins so. */
public final class ClientAddresses {
    public static final Set<String> FIRST = Set.of(
            "sign-in",
            "signed-in",
            "chat",
            "messages",
            "people",
            "@",
            "following",
            "feed",
            "forum",
            "reports",
            "moderation",
            "operations",
            "analytics",
            "settings");

    private ClientAddresses() {}

    /** @param path as it was asked for, without a host */
    public static boolean contain(String path) {
        int end = path.indexOf('/', 1);
        return path.startsWith("/") && FIRST.contains(path.substring(1, end < 0 ? path.length() : end));
    }
}

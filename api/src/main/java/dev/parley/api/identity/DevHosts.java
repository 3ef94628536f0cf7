package dev.parley.api.identity;

import dev.parley.api.problem.ProblemException;
import dev.parley.api.problem.ProblemType;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names under which the embedded issuer may be asked: those of this machine itself, and whatever else is configured.
 * A page from elsewhere whose name has been made to lead here would read the answer otherwise.
 *
 * @param more names and addresses, in lower case and without a port
 */
record DevHosts(Set<String> more) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "[::1]");
    private static final Pattern LOOPBACK_V4 = Pattern.compile("127(\\.\\d{1,3}){3}");
    private static final Pattern PORT = Pattern.compile(":\\d*$");

    /**
     * @param host as the header of that name gives it, with or without a port; empty for none
     * @throws ProblemException foreign-host
     */
    void require(String host) {
        String name = PORT.matcher(host).replaceFirst("").toLowerCase(Locale.ROOT);
        if (!LOOPBACK.contains(name) && !LOOPBACK_V4.matcher(name).matches() && !more.contains(name)) {
            throw new ProblemException(
                    ProblemType.FOREIGN_HOST,
                    "Tokens are given at localhost, and at the names in parley.dev-token.hosts.");
        }
    }
}

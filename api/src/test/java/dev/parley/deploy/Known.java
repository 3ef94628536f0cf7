package dev.parley.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What docs/settings.md names, and what an image's name must look like. */
final class Known {
    /** A version that says more than the release it belongs to, or Parley's own. */
    static final Pattern PINNED = Pattern.compile("[a-z0-9./-]+:\\d+\\.\\d+(\\.\\d+)?([._-][a-z0-9._-]+)?");

    private static final Pattern NAME = Pattern.compile("`([A-Za-z0-9_.]+(?:\\.\\*)?)`");
    private static final Pattern SECRET = Pattern.compile("(?i).*(password|token|secret|api_?key|keys_master)");
    private static final String FILE = "_FILE";

    private final Set<String> names;

    private Known(Set<String> names) {
        this.names = names;
    }

    static Known settings() throws IOException {
        return new Known(NAME.matcher(Files.readString(Path.of("../docs/settings.md")))
                .results()
                .map(name -> name.group(1))
                .collect(Collectors.toSet()));
    }

    /** Itself, the secret whose file it names, or a family of them. */
    boolean has(String variable) {
        return names.contains(variable)
                || (variable.endsWith(FILE) && names.contains(variable.substring(0, variable.length() - FILE.length())))
                || names.stream()
                        .filter(name -> name.endsWith("*"))
                        .anyMatch(name -> variable.startsWith(name.substring(0, name.length() - 1)));
    }

    /** Whether a node with these variables has the role {@code api}. */
    static boolean servesClients(Map<String, ?> environment) {
        Object roles = environment.get("PARLEY_ROLES");
        return roles != null && List.of(roles.toString().split(",")).contains("api");
    }

    /** Whether a secret's value itself stands there. */
    static boolean tellsSecret(String variable, Object value) {
        boolean fromOutside =
                String.valueOf(value).startsWith("${") && String.valueOf(value).contains(":?");
        boolean inAddress = String.valueOf(value).matches(".*://[^/@]*:[^/@]*@.*");
        return inAddress || (SECRET.matcher(variable).matches() && !fromOutside);
    }
}

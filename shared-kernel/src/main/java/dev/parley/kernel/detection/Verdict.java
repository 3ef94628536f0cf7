package dev.parley.kernel.detection;

import java.util.List;

/**
 * All that the policy found in one text, in the order of the text.
 *
 * @param version the policy's, see {@link TextPolicy#version()}
 */
public record Verdict(String version, List<Finding> findings) {
    public Verdict {
        findings = List.copyOf(findings);
    }

    public boolean isFlagged() {
        return !findings.isEmpty();
    }

    /** The sum of all severities; 0 for a text with nothing in it. */
    public int weight() {
        return findings.stream().mapToInt(Finding::severity).sum();
    }
}

package dev.parley.command.vault;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells an operator in one sentence why the server did not start, instead of a stack trace. */
class UnusableMasterKeyAnalyzer extends AbstractFailureAnalyzer<UnusableMasterKey> {
    @Override
    protected FailureAnalysis analyze(Throwable failure, UnusableMasterKey cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }
}

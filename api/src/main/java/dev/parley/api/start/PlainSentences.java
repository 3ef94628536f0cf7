package dev.parley.api.start;

import dev.parley.kernel.CannotStart;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Prints why the server does not start as the sentence that it is, and nothing else; other failures keep their trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class PlainSentences implements SpringBootExceptionReporter {
    @Override
    public boolean reportException(Throwable failure) {
        Optional<String> sentence = Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> sentence(cause).stream())
                .findFirst();
        sentence.ifPresent(System.err::println);
        return sentence.isPresent();
    }

    private static Optional<String> sentence(Throwable failure) {
        return switch (failure) {
            case CannotStart refusal -> Optional.of(refusal.getMessage());
            case PortInUseException taken -> Optional.of(ServerPort.taken(taken.getPort()));
            default -> Optional.empty();
        };
    }
}

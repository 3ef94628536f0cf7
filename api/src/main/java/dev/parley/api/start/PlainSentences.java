package dev.parley.api.start;

import dev.parley.kernel.CannotStart;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;

/** Prints why the server does not start as the sentence that it is, and nothing else; other failures keep their trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class PlainSentences implements SpringBootExceptionReporter {
    @Override
    public boolean reportException(Throwable failure) {
        Optional<String> sentence =
                causes(failure).flatMap(cause -> sentence(cause).stream()).reduce((outer, inner) -> inner);
        sentence.ifPresent(System.err::println);
        return sentence.isPresent();
    }

    private static Optional<String> sentence(Throwable failure) {
        return switch (failure) {
            case CannotStart refusal -> Optional.of(refusal.getMessage());
            case PortInUseException taken -> Optional.of(ServerPort.taken(taken.getPort()));
            case BindException unreadable -> Optional.of(ValueKind.sentence(unreadable));
            case DataAccessResourceFailureException away ->
                Optional.of("The event store at spring.datasource.url does not take Parley in: "
                        + innermost(away).getMessage() + ".");
            default -> Optional.empty();
        };
    }

    private static Throwable innermost(Throwable failure) {
        return causes(failure).reduce((outer, inner) -> inner).orElse(failure);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}

package dev.parley.api.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.queryhandling.QueryHandler;
import org.junit.jupiter.api.Test;

/** Whatever one node may send to another is made of what can be written down and read again: records, all the way. */
class NodeMessagesTest {
    private static final JavaClasses PARLEY = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.parley.command", "dev.parley.query");

    private final Set<String> unreadable = new TreeSet<>();
    private final Set<Type> seen = new HashSet<>();

    @Test
    void commandsAreRecords() {
        methodsWith(CommandHandler.class).forEach(method -> check(method.getGenericParameterTypes()[0]));

        assertThat(seen).hasSizeGreaterThan(40);
        assertThat(unreadable).isEmpty();
    }

    @Test
    void queriesAndTheirAnswersAreRecords() {
        methodsWith(QueryHandler.class).forEach(method -> {
            check(method.getGenericParameterTypes()[0]);
            check(method.getGenericReturnType());
        });

        assertThat(seen).hasSizeGreaterThan(40);
        assertThat(unreadable).isEmpty();
    }

    private static Stream<Method> methodsWith(Class<? extends java.lang.annotation.Annotation> annotation) {
        return PARLEY.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(annotation))
                .map(JavaMethod::reflect);
    }

    private void check(Type type) {
        if (!seen.add(type)) {
            return;
        }
        switch (type) {
            case ParameterizedType generic -> {
                check(generic.getRawType());
                Stream.of(generic.getActualTypeArguments()).forEach(this::check);
            }
            case Class<?> plain -> check(plain);
            case WildcardType any -> Stream.of(any.getUpperBounds()).forEach(this::check);
            case TypeVariable<?> argument -> {} // checked where it is given
            default -> unreadable.add(type.getTypeName());
        }
    }

    private void check(Class<?> type) {
        if (type.isRecord()) {
            Stream.of(type.getRecordComponents())
                    .map(RecordComponent::getGenericType)
                    .forEach(this::check);
        } else if (type.isSealed()) {
            Stream.of(type.getPermittedSubclasses()).forEach(this::check);
        } else if (type.isArray()) {
            check(type.getComponentType());
        } else if (!isPlain(type)) {
            unreadable.add(type.getName());
        }
    }

    private static boolean isPlain(Class<?> type) {
        return type.isPrimitive()
                || type.isEnum()
                || type == Optional.class
                || type == CompletableFuture.class
                || Collection.class.isAssignableFrom(type)
                || Map.class.isAssignableFrom(type)
                || type.getName().startsWith("java.lang.")
                || type.getName().startsWith("java.time.")
                || type.getName().startsWith("java.util.Optional");
    }
}

package dev.parley.query;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.concurrent.Future;
import org.axonframework.common.ReflectionUtils;
import org.axonframework.messaging.responsetypes.AbstractResponseType;

/** What a query for a {@link Page} is answered with: Axon itself matches no answer whose type has a parameter. */
public final class PageOf<T> extends AbstractResponseType<Page<T>> {
    private final Class<T> item;

    private PageOf(Class<T> item) {
        super(Page.class);
        this.item = item;
    }

    /** A page of these. */
    public static <T> PageOf<T> items(Class<T> item) {
        return new PageOf<>(item);
    }

    @Override
    public boolean matches(Type answer) {
        return ReflectionUtils.unwrapIfType(answer, Future.class) instanceof ParameterizedType page
                && page.getRawType() == Page.class
                && page.getActualTypeArguments()[0] == item;
    }

    @SuppressWarnings("unchecked") // matched
    @Override
    public Page<T> convert(Object answer) {
        return (Page<T>) answer;
    }

    @SuppressWarnings("unchecked") // a class has no parameters
    @Override
    public Class<Page<T>> responseMessagePayloadType() {
        return (Class<Page<T>>) (Class<?>) Page.class;
    }
}

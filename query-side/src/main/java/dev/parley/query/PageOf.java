package dev.parley.query;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.concurrent.Future;
import org.axonframework.common.ReflectionUtils;
import org.axonframework.messaging.responsetypes.AbstractResponseType;

/** What a query for a {@link Page} is answered with: Axon itself matches no answer whose type has a parameter. */
@JsonAutoDetect(
        fieldVisibility = Visibility.NONE,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE)
@JsonIgnoreProperties(ignoreUnknown = true)
public final class PageOf<T> extends AbstractResponseType<Page<T>> {
    @JsonProperty("item")
    private final Class<T> item;

    @JsonCreator
    private PageOf(@JsonProperty("item") Class<T> item) {
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

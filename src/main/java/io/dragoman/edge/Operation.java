package io.dragoman.edge;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names what a resource's method does, for metrics, the access log and traces; one without is {@code other}.
 *
 * <p>Where one method answers several operations, it tells {@link Exchange#operation} which one a request is.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Operation {

    /** A thing and what is done with it, as in {@code users.list}. */
    String value();

    /** The query parameters the method reads, beside {@link Dialect#parameters}; others are counted as unknown. */
    String[] reads() default {};
}

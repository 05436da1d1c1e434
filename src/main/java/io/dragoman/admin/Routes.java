package io.dragoman.admin;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The routes of the operator's API, as its resources declare them. */
@ApplicationScoped
class Routes {

    /** A method at a path, which may have parts in braces. */
    record Route(String method, String template) {

        private boolean matches(String path) {
            return Pattern.matches(template.replaceAll("\\{[^}]+}", "[^/]+"), path);
        }
    }

    private final List<Route> all;

    Routes(@All List<AdminResource> resources) {
        all = resources.stream().flatMap(resource -> routes(declared(resource))).toList();
    }

    List<Route> all() {
        return all;
    }

    /** The methods a path takes, as an {@code Allow} header says them. */
    String allowed(String path) {
        return all.stream()
                .filter(route -> route.matches(path))
                .map(Route::method)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** A bean may be a subclass that the container has made. */
    private static Class<?> declared(AdminResource resource) {
        Class<?> type = resource.getClass();
        while (!type.isAnnotationPresent(Path.class)) {
            type = Objects.requireNonNull(type.getSuperclass(), "a resource without a path");
        }
        return type;
    }

    private static Stream<Route> routes(Class<?> resource) {
        String root = resource.getAnnotation(Path.class).value();
        List<Route> routes = new ArrayList<>();
        for (Method method : resource.getDeclaredMethods()) {
            for (Annotation annotation : method.getAnnotations()) {
                HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
                if (verb != null) {
                    routes.add(new Route(verb.value(), template(root, method)));
                }
            }
        }
        return routes.stream();
    }

    private static String template(String root, Method method) {
        Path path = method.getAnnotation(Path.class);
        return path == null ? root : root + "/" + path.value();
    }
}

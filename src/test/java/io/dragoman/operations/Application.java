package io.dragoman.operations;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.fabric8.kubernetes.api.model.kustomize.v1beta1.Kustomization;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigMappings;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the application itself says of its configuration, for comparison with what deploy and k8s say. */
final class Application {

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([a-z.-]+)");
    private static final Properties PROPERTIES = properties();

    private Application() {}

    /** The names of all keys that the application reads: its mappings', and those of application.properties. */
    static Set<String> keys() {
        Set<String> keys = new TreeSet<>(PROPERTIES.stringPropertyNames());
        PROPERTIES
                .values()
                .forEach(value ->
                        EXPRESSION.matcher(value.toString()).results().forEach(found -> keys.add(found.group(1))));
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.dragoman").stream()
                        .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
                        .forEach(type -> keys.addAll(keysOf(type.reflect())));
        return keys;
    }

    private static Set<String> keysOf(Class<?> mapping) {
        return ConfigMappings.getProperties(ConfigMappings.ConfigClass.configClass(mapping))
                .keySet();
    }

    /** The environment variable that sets a key. */
    static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    /** A value of application.properties. */
    static String property(String key) {
        return PROPERTIES.getProperty(key);
    }

    /** The base's configuration. */
    static Map<String, String> configuration() {
        return literals("base/kustomization.yaml");
    }

    /** The configuration that a kustomization gives the facade, by variable. */
    static Map<String, String> literals(String file) {
        Map<String, String> values = new LinkedHashMap<>();
        Manifests.in(file).only(Kustomization.class).getConfigMapGenerator().stream()
                .flatMap(generator -> generator.getLiterals().stream())
                .forEach(literal -> values.put(
                        literal.substring(0, literal.indexOf('=')), literal.substring(literal.indexOf('=') + 1)));
        return values;
    }

    /** A duration of the base's configuration. */
    static Duration configured(String key) {
        String text = configuration().get(variable(key));
        Matcher seconds = Pattern.compile("(\\d+)s").matcher(text);
        if (!seconds.matches()) {
            throw new IllegalStateException(key + " is " + text);
        }
        return Duration.ofSeconds(Long.parseLong(seconds.group(1)));
    }

    private static Properties properties() {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}

package io.dragoman;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.smallrye.mutiny.groups.UniAwait;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may use whom: the rooms and what they may depend on. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.dragoman");

    private static final List<String> DIALECTS = List.of("picqer", "billomat", "erply", "cscart");

    @Test
    void rooms_do_not_know_each_other() {
        check(slices().matching("io.dragoman.dialect.(*)..").should().notDependOnEachOther());
    }

    @Test
    void packages_have_no_cycles() {
        check(slices().matching("io.dragoman.(**)").should().beFreeOfCycles());
    }

    @Test
    void nobody_depends_on_a_dialect() {
        check(noClasses()
                .that(resideOutside("io.dragoman.dialect.."))
                .should()
                .dependOnClassesThat(resideInAPackage("io.dragoman.dialect..")));
    }

    @Test
    void nobody_depends_on_the_store() {
        check(noClasses()
                .that(resideOutside("io.dragoman.store.."))
                .should()
                .dependOnClassesThat(resideInAPackage("io.dragoman.store..")));
    }

    @Test
    void failures_are_plain_java() {
        check(classes()
                .that()
                .resideInAPackage("io.dragoman.failure..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("io.dragoman.failure..", "java..", "org.jspecify..")));
    }

    @Test
    void the_directory_knows_java_mutiny_and_cdi_alone() {
        check(classes()
                .that()
                .resideInAPackage("io.dragoman.directory..")
                .and(areWrittenByHand())
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "io.dragoman.directory..",
                        "io.dragoman.failure..",
                        "java..",
                        "io.smallrye.mutiny..",
                        "jakarta.enterprise..",
                        "jakarta.inject..",
                        "org.jspecify..")));
    }

    @Test
    void hibernate_and_persistence_stay_in_the_store() {
        check(noClasses()
                .that(resideOutside("io.dragoman.store.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.hibernate..", "jakarta.persistence..")));
    }

    @Test
    void http_stays_in_the_edge_the_rooms_and_the_operators_parts() {
        check(noClasses()
                .that(resideInAnyPackage(
                        "io.dragoman.directory..",
                        "io.dragoman.account..",
                        "io.dragoman.limit..",
                        "io.dragoman.store..",
                        "io.dragoman.operator..",
                        "io.dragoman.failure..",
                        "io.dragoman.image.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage("jakarta.ws.rs..", "io.vertx.ext.web..", "io.vertx.core.http..")
                        .and(DescribedPredicate.not(aPoolsFailure()))));
    }

    @Test
    void no_resource_returns_a_canonical_type() {
        check(methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Path.class)
                .should(haveNoCanonicalTypeInTheirSignature()));
    }

    @Test
    void nobody_waits() {
        check(noClasses()
                .should(callMethodWhere(isCalledOn(UniAwait.class)))
                .orShould()
                .callMethod(Thread.class, "sleep", long.class));
    }

    /** Caffeine would have a thread of the common pool tidy after nearly each entry, and waking it costs more than tidying. */
    @Test
    void caches_are_tidied_where_they_are_used() {
        check(noClasses().should(haveCachesWithoutAnExecutor()));
    }

    @Test
    void no_dialect_is_named_outside_its_room() throws IOException {
        try (Stream<java.nio.file.Path> files = Files.walk(java.nio.file.Path.of("src/main/java"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .filter(ArchitectureTest::isOutsideOfRooms)
                            .filter(ArchitectureTest::namesADialect))
                    .isEmpty();
        }
    }

    /** Demo data speaks of the dialects, as it gives people their numbers and keys. */
    private static boolean isOutsideOfRooms(java.nio.file.Path file) {
        String path = file.toString().replace('\\', '/');
        return !path.contains("/dialect/") && !path.contains("/demo/");
    }

    private static boolean namesADialect(java.nio.file.Path file) {
        try {
            String text = Files.readString(file).toLowerCase(Locale.ROOT);
            return DIALECTS.stream().anyMatch(text::contains);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void check(ArchRule rule) {
        rule.check(CLASSES);
    }

    private static DescribedPredicate<JavaClass> resideOutside(String packages) {
        return DescribedPredicate.not(resideInAPackage(packages));
    }

    /** Vert.x's pools of connections to a database throw it too. */
    private static DescribedPredicate<JavaClass> aPoolsFailure() {
        return DescribedPredicate.describe(
                "the failure of a full pool", type -> type.isEquivalentTo(ConnectionPoolTooBusyException.class));
    }

    /** Proxies that the build adds to a package depend on the container. */
    private static DescribedPredicate<JavaClass> areWrittenByHand() {
        return DescribedPredicate.describe(
                "are written by hand", type -> !type.getName().contains("_"));
    }

    private static DescribedPredicate<JavaCall<?>> isCalledOn(Class<?> type) {
        return DescribedPredicate.describe(
                "is on " + type.getSimpleName(), call -> call.getTargetOwner().isEquivalentTo(type));
    }

    private static ArchCondition<JavaClass> haveCachesWithoutAnExecutor() {
        return new ArchCondition<>("have caches without an executor of their own") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                long made = calls(type, "newBuilder");
                if (made > 0) {
                    String text = type.getName() + " makes caches without an executor";
                    events.add(new SimpleConditionEvent(type, made > calls(type, "executor"), text));
                }
            }
        };
    }

    private static long calls(JavaClass type, String method) {
        return type.getMethodCallsFromSelf().stream()
                .filter(call -> call.getTargetOwner().isEquivalentTo(Caffeine.class))
                .filter(call -> call.getName().equals(method))
                .count();
    }

    private static ArchCondition<JavaMethod> haveNoCanonicalTypeInTheirSignature() {
        return new ArchCondition<>("have no canonical type in their return type") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean isResourceMethod = method.getModifiers().contains(JavaModifier.PUBLIC);
                boolean canonical = method.getReturnType().getAllInvolvedRawTypes().stream()
                        .anyMatch(type -> type.getPackageName().startsWith("io.dragoman.directory"));
                if (isResourceMethod && canonical) {
                    events.add(
                            SimpleConditionEvent.violated(method, method.getFullName() + " returns a canonical type"));
                }
            }
        };
    }
}

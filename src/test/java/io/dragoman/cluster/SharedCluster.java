package io.dragoman.cluster;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** One cluster for all tests of a run, as starting it takes longer than most of them; each leaves it whole. */
final class SharedCluster implements BeforeAllCallback {

    private @Nullable FacadeCluster cluster;

    @Override
    public void beforeAll(ExtensionContext context) {
        cluster = context.getRoot()
                .getStore(Namespace.GLOBAL)
                .computeIfAbsent(FacadeCluster.class, key -> started(), FacadeCluster.class);
    }

    FacadeCluster get() {
        if (cluster == null) {
            throw new IllegalStateException("no test has begun");
        }
        return cluster;
    }

    private static FacadeCluster started() {
        try {
            return FacadeCluster.start();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

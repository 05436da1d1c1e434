package io.dragoman.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** One site for all tests of a run, as starting it takes longer than most of them; each leaves it whole. */
final class SharedSite implements BeforeAllCallback {

    private @Nullable Site site;

    @Override
    public void beforeAll(ExtensionContext context) {
        site = context.getRoot().getStore(Namespace.GLOBAL).computeIfAbsent(Site.class, key -> started(), Site.class);
    }

    Site get() {
        if (site == null) {
            throw new IllegalStateException("no test has begun");
        }
        return site;
    }

    private static Site started() {
        try {
            return Site.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

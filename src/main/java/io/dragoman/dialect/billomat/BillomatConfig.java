package io.dragoman.dialect.billomat;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What Billomat's documentation leaves open or says of its limits. */
@ConfigMapping(prefix = "dragoman.billomat")
interface BillomatConfig {

    /** Which areas users and roles are sent with. */
    enum Rights {
        /** The 14 of the documentation. */
        DOCUMENTED,
        /** The 7 besides that were seen in answers of the original. */
        OBSERVED
    }

    /** Calls a quarter of an hour of an account that has no quota of its own, all unregistered callers together. */
    @WithDefault("300")
    int quota();

    /** Calls a quarter of an hour of a registered application that has no quota of its own, per account. */
    @WithDefault("1000")
    int registeredQuota();

    /** Which areas users and roles are sent with: {@code documented} or {@code observed}. */
    @WithDefault("documented")
    Rights rights();

    /** Whether {@code jsonp=callback} is answered as a script; otherwise it is answered as plain JSON. */
    @WithDefault("false")
    boolean jsonp();

    Input input();

    /** Bounds of the documents that are read. */
    interface Input {

        /** Bytes of a document. */
        @WithDefault("256K")
        MemorySize maxSize();

        /** Elements or objects inside each other. */
        @WithDefault("8")
        int maxDepth();

        /** Elements, or attributes of one element. */
        @WithDefault("500")
        int maxElements();
    }
}

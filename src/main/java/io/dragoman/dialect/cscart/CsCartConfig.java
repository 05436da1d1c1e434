package io.dragoman.dialect.cscart;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Which of CS-Cart's behaviours the room shows where its releases differ, and how much it answers at once. */
@ConfigMapping(prefix = "dragoman.cscart")
interface CsCartConfig {

    /** The releases to answer like: classic (4.3.4 to 4.7.1) or modern (4.13 and later). */
    @WithDefault("classic")
    Profile profile();

    /** Users on a page where the client names no number. */
    @WithDefault("10")
    int pageSize();

    /** Users in an answer, whatever the client asks for. */
    @WithDefault("10000")
    int maxRows();

    /** Whether a page past the end is the last page, as in the original; otherwise it is empty. */
    @WithDefault("true")
    boolean clampPages();

    /** Whether a form-encoded POST is read, as later releases do; otherwise it is refused with 415. */
    @WithDefault("true")
    boolean formBodies();

    /** The characters an administrator's password has at least, where it is sent in plain text. */
    @WithDefault("5")
    int minPassword();

    /** A span of releases that answer alike. */
    enum Profile {
        CLASSIC,
        MODERN
    }
}

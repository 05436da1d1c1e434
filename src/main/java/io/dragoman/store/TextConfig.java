package io.dragoman.store;

import io.smallrye.config.ConfigMapping;

/** How long texts may be, in characters. */
@ConfigMapping(prefix = "dragoman.text")
interface TextConfig {

    /** Every text but the two below. */
    int maxLength();

    /** An e-mail address. */
    int maxEmail();

    /** The custom field. */
    int maxCustomField();
}

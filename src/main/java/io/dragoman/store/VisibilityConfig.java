package io.dragoman.store;

import io.dragoman.directory.UserKind;
import io.smallrye.config.ConfigMapping;
import java.util.List;

/** In which systems new people and roles get a number. */
@ConfigMapping(prefix = "dragoman.visibility")
interface VisibilityConfig {

    /** Systems that know staff. */
    List<String> staff();

    /** Systems that know customers. */
    List<String> customers();

    /** Systems that know vendors. */
    List<String> vendors();

    /** Systems that know roles. */
    List<String> roles();

    /** Systems that know people of a kind. */
    default List<String> of(UserKind kind) {
        return switch (kind) {
            case STAFF -> staff();
            case CUSTOMER -> customers();
            case VENDOR -> vendors();
        };
    }
}

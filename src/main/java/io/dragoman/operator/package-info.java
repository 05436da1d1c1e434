/**
 * What the operator does to accounts, people, keys and roles, whatever he does it with: the rules, and ports of the store.
 *
 * <p>Plain Java beside Mutiny and CDI; the operator's API and the command line use it.
 */
@NullMarked
package io.dragoman.operator;

import org.jspecify.annotations.NullMarked;

/**
 * Who is asking: accounts, API keys, passwords and the secrets that protect them.
 *
 * <p>The edge asks {@link io.dragoman.account.Accounts} for the principal of a credential; the store implements the
 * ports.
 */
@NullMarked
package io.dragoman.account;

import org.jspecify.annotations.NullMarked;

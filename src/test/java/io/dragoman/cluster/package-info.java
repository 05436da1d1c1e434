/** Several facades as processes of their own, and what stands between and behind them: what an operator may trust in. */
@NullMarked
package io.dragoman.cluster;

import org.jspecify.annotations.NullMarked;

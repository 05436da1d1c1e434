/**
 * Traces: a span for each request and one for each statement it costs, sent where OpenTelemetry listens; off unless an
 * endpoint is configured, and then on nobody's way.
 *
 * <p>The edge begins and ends a {@link io.dragoman.trace.Trace}; nobody else need know. No path, query, header, key,
 * address or value of a statement becomes part of a span.
 */
@NullMarked
package io.dragoman.trace;

import org.jspecify.annotations.NullMarked;

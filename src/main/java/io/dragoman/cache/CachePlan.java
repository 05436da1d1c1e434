package io.dragoman.cache;

import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.ToIntBiFunction;

/**
 * What a cache remembers and how.
 *
 * @param name what metrics call it
 * @param maxAge how old a value may become although no change of it was heard
 * @param dependence of a key's value
 * @param weigher estimates the bytes of a key and its value
 */
public record CachePlan<K, V>(
        String name, Duration maxAge, BiFunction<K, V, Dependence> dependence, ToIntBiFunction<K, V> weigher) {}

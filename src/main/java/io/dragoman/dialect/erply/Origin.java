package io.dragoman.dialect.erply;

/**
 * Where a request comes from and went to.
 *
 * @param address of whoever sent it
 * @param baseUrl what the facade is reached at, ending in a slash
 */
record Origin(String address, String baseUrl) {}

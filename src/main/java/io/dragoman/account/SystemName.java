package io.dragoman.account;

/** What a system calls some account: a sub-domain, a client code, a shop's host. */
public record SystemName(String system, String name) {}

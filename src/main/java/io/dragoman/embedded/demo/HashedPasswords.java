package io.dragoman.embedded.demo;

import io.dragoman.account.Argon2;
import io.dragoman.account.PasswordText;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The hashes of the demo passwords by their text, made on all processors, as they are most of the time a load takes. */
record HashedPasswords(Map<String, String> encoded) {

    static HashedPasswords of(List<DemoAccount> accounts, Argon2 argon2) {
        List<String> plain = accounts.stream()
                .flatMap(account -> account.people().stream())
                .flatMap(person -> Optional.ofNullable(person.password()).stream())
                .distinct()
                .toList();
        return new HashedPasswords(plain.parallelStream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        text -> argon2.hash(PasswordText.ofPlain(text)).encoded())));
    }

    String of(String plain) {
        return Objects.requireNonNull(encoded.get(plain), "a password of another account");
    }

    @Override
    public String toString() {
        return "HashedPasswords[…]";
    }
}

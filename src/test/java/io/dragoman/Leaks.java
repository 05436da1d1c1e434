package io.dragoman;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks for secrets in what others may read, in the forms in which they are sent. */
record Leaks(Pattern secrets) {

    /** Keys, passwords and PINs of the demo data, which the tests use. */
    static final List<String> OF_THE_DEMO = List.of(
            "acme-picqer-key",
            "acme-picqer-limited-key",
            "acme-billomat-key",
            "acme-billomat-limited-key",
            "acme-cscart-key",
            "acme-cscart-sara-key",
            "acme-cscart-mia-key",
            "acme-cscart-customer-key",
            "acme-revoked-key",
            "globex-picqer-key",
            "globex-billomat-key",
            "globex-cscart-key",
            "initech-picqer-key",
            "demo-admin-1",
            "demo-stephan-1",
            "demo-sara-1",
            "demo-bob-1",
            "demo-staff-1",
            "demo-peter-1",
            "240613");

    /** E-mail addresses of the demo data. */
    static final List<String> ADDRESSES = List.of(
            "admin@example.com",
            "demo@example.com",
            "info@example.com",
            "mia@example.com",
            "bob@other.org",
            "sara@example.com",
            "customer@example.com",
            "zoe@example.net",
            "staff001@globex.example",
            "peter@initech.example");

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9]+(?:[-_.@][A-Za-z0-9]+)*");

    /** A search for secrets, as they are, percent-encoded, as md5, and as the user name of Basic credentials. */
    static Leaks of(Collection<String> secrets) {
        return new Leaks(Pattern.compile("(?<![A-Za-z0-9])(" + any(secrets) + ")(?![A-Za-z0-9])"));
    }

    /** The same in bytes that are no text, where what stands beside a secret is no part of a word. */
    static Leaks anywhere(Collection<String> secrets) {
        return new Leaks(Pattern.compile(any(secrets)));
    }

    private static String any(Collection<String> secrets) {
        return String.join(
                "|", secrets.stream().flatMap(Leaks::forms).map(Pattern::quote).toList());
    }

    /** The secrets that a text holds. */
    Set<String> in(String text) {
        Set<String> found = new LinkedHashSet<>();
        secrets.matcher(text).results().forEach(match -> found.add(match.group()));
        return found;
    }

    /** The lines that hold secrets, but for those that tell a first user of the demo's keys. */
    List<String> in(Stream<String> lines) {
        List<String> found = new ArrayList<>();
        lines.filter(line -> !line.contains("Welcome"))
                .filter(line -> secrets.matcher(line).find())
                .forEach(found::add);
        return found;
    }

    /** The secrets that stand alone in lines, of however many; lines that tell a first user of the demo's keys are left out. */
    static Set<String> amongWords(Set<String> secrets, Stream<String> lines) {
        return lines.filter(line -> !line.contains("Welcome"))
                .flatMap(line -> WORD.matcher(line).results())
                .map(MatchResult::group)
                .filter(secrets::contains)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Stream<String> forms(String secret) {
        String basic = Base64.getEncoder().encodeToString((secret + ":").getBytes(StandardCharsets.UTF_8));
        return Stream.of(secret, secret.replace("@", "%40"), md5(secret), basic);
    }

    private static String md5(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

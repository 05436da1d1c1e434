package io.dragoman.dialect.erply;

import io.dragoman.edge.Params;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code multipart/form-data} (RFC 7578): fields, with or without a type of their own; files are left out.
 *
 * <p>Works on the bytes as Latin-1, where each is one character, and reads names and values as UTF-8.
 */
final class Multipart {

    private static final Pattern BOUNDARY =
            Pattern.compile("(?i);\\s*boundary=(?:\"([^\"]{1,200})\"|([^\\s;,\"]{1,200}))");
    private static final Pattern DISPOSITION =
            Pattern.compile("(?im)^content-disposition:\\s*form-data\\s*;([^\\r\\n]*)$");
    /** Bounded, as a loop over a choice costs the matcher a stack frame a round. */
    private static final Pattern NAME =
            Pattern.compile("(?i)(?:^|[;\\s])name=(?:\"((?:[^\"\\\\]|\\\\.){0,256}+)\"|([^;\\s\"]++))");

    private static final Pattern FILE_NAME = Pattern.compile("(?i)(?:^|[;\\s])filename\\*?=");

    private final String body;
    private final String delimiter;
    private final int most;
    private final List<Params.Param> fields = new ArrayList<>();

    private Multipart(String body, String delimiter, int most) {
        this.body = body;
        this.delimiter = delimiter;
        this.most = most;
    }

    /** The fields of a body; of more than {@code most} the rest is left out. MALFORMED for what cannot be taken apart. */
    static Params read(byte[] body, String contentType, int most) {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            throw Refusal.of(ErplyCode.MALFORMED);
        }
        String delimiter = "--" + (boundary.group(1) == null ? boundary.group(2) : boundary.group(1));
        return new Multipart(new String(body, StandardCharsets.ISO_8859_1), delimiter, most).read();
    }

    private Params read() {
        int at = body.startsWith(delimiter) ? 0 : body.indexOf("\n" + delimiter) + 1;
        if (!body.startsWith(delimiter, at)) {
            throw Refusal.of(ErplyCode.MALFORMED);
        }
        at += delimiter.length();
        while (!body.startsWith("--", at) && fields.size() < most) {
            at = part(endOfLine(at));
        }
        return new Params(fields);
    }

    /** Reads the part that begins at an index; gives the index after the delimiter behind it. */
    private int part(int start) {
        int end = body.indexOf("\n" + delimiter, start - 1);
        int headers = Math.max(start, endOfHeaders(start, end));
        if (end < 0 || headers > end + 1) {
            throw Refusal.of(ErplyCode.MALFORMED);
        }
        boolean crlf = end > headers && body.charAt(end - 1) == '\r';
        field(body.substring(start, headers), body.substring(headers, Math.max(headers, crlf ? end - 1 : end)));
        return end + 1 + delimiter.length();
    }

    private void field(String headers, String value) {
        Matcher disposition = DISPOSITION.matcher(headers);
        Matcher name = NAME.matcher(disposition.find() ? disposition.group(1) : "");
        if (!name.find()) {
            throw Refusal.of(ErplyCode.MALFORMED);
        }
        if (!FILE_NAME.matcher(disposition.group(1)).find()) {
            fields.add(new Params.Param(utf8(name(name)), utf8(value)));
        }
    }

    private static String name(Matcher name) {
        return name.group(1) == null ? name.group(2) : name.group(1).replaceAll("\\\\(.)", "$1");
    }

    /** The index after the empty line that ends a part's headers, which may be none. */
    private int endOfHeaders(int start, int end) {
        int line = start;
        while (line < end) {
            int next = endOfLine(line);
            if (body.substring(line, next).isBlank()) {
                return next;
            }
            line = next;
        }
        throw Refusal.of(ErplyCode.MALFORMED);
    }

    private int endOfLine(int from) {
        int feed = body.indexOf('\n', from);
        if (feed < 0) {
            throw Refusal.of(ErplyCode.MALFORMED);
        }
        return feed + 1;
    }

    private static String utf8(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}

package io.dragoman.admin;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.dragoman.account.LineSecrets;
import io.dragoman.directory.UserId;
import io.dragoman.directory.bulk.Line;
import io.dragoman.directory.bulk.LineField;
import io.dragoman.directory.bulk.LineKey;
import io.dragoman.directory.bulk.LineLink;
import io.dragoman.directory.bulk.LinePassword;
import io.dragoman.directory.bulk.PersonLine;
import io.dragoman.directory.bulk.RoleName;
import io.dragoman.failure.FacadeException;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads lines that each speak of a person, as JSON; strictly, as a name that is not known would be lost silently. */
final class LineReader {

    private static final Map<String, LineField> FIELDS =
            Stream.of(LineField.values()).collect(Collectors.toMap(LineField::word, Function.identity()));
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Systems systems;
    private final ZoneId zone;
    private final LineSecrets.Hasher secrets;

    /**
     * @param zone in which times are told that do not say where they are
     */
    LineReader(Systems systems, ZoneId zone, LineSecrets.Hasher secrets) {
        this.systems = systems;
        this.zone = zone;
        this.secrets = secrets;
    }

    Line read(long line, byte[] bytes, int offset, int length) {
        int skipped = line == 1 && startsWithMark(bytes, offset, length) ? BYTE_ORDER_MARK.length : 0;
        try (JsonParser parser = LineJson.parser(bytes, offset + skipped, length - skipped)) {
            return new Members(line, new LineTokens(parser)).read();
        } catch (FacadeException refused) {
            return new Line.Unreadable(line, refused.failure());
        } catch (JsonProcessingException e) {
            return new Line.Unreadable(line, Failure.of(Kind.MALFORMED, "no JSON: " + reason(e)));
        } catch (IOException e) {
            return new Line.Unreadable(line, Failure.of(Kind.MALFORMED, "no UTF-8"));
        }
    }

    static Line tooLong(long line, int longest) {
        return new Line.Unreadable(line, Failure.of(Kind.MALFORMED, "longer than " + longest + " bytes"));
    }

    /** Without the text itself, which may be a secret. */
    static String reason(JsonProcessingException refusal) {
        return refusal.getLocation() == null
                ? "cut off"
                : "at column " + refusal.getLocation().getColumnNr();
    }

    private static boolean startsWithMark(byte[] bytes, int offset, int length) {
        return length >= BYTE_ORDER_MARK.length
                && bytes[offset] == BYTE_ORDER_MARK[0]
                && bytes[offset + 1] == BYTE_ORDER_MARK[1]
                && bytes[offset + 2] == BYTE_ORDER_MARK[2];
    }

    /** The members of one line, as they are read. */
    private final class Members {

        private final long line;
        private final LineTokens in;
        private final LineValues own;
        private final LineSecretValues proofs;
        private final Map<LineField, Object> values = new EnumMap<>(LineField.class);
        private final Map<String, Long> numbers = new HashMap<>();
        private final List<LineLink> links = new ArrayList<>();
        private final List<LineKey> keys = new ArrayList<>();
        private @Nullable UserId id;
        private @Nullable RoleName role;
        private @Nullable LinePassword password;

        Members(long line, LineTokens in) {
            this.line = line;
            this.in = in;
            own = new LineValues(in, zone);
            proofs = new LineSecretValues(in, own, secrets);
        }

        PersonLine read() throws IOException {
            in.requireStart();
            while (in.nextMember()) {
                LineField field = FIELDS.get(in.member());
                if (field == null) {
                    readOther();
                } else if (field == LineField.PIN) {
                    proofs.pin().ifPresent(pin -> values.put(field, secrets.pin(pin)));
                } else {
                    Object value = own.value(field);
                    if (value != null) {
                        values.put(field, value);
                    }
                }
            }
            in.requireEnd();
            return new PersonLine(line, id, values, numbers, role, links, keys, password);
        }

        private void readOther() throws IOException {
            switch (in.member()) {
                case "id" -> id = own.id();
                case "numbers" -> own.numbers(systems, numbers);
                case "role" -> role = own.role(systems);
                case "links" -> in.each(() -> links.add(own.link(systems)));
                case "keys" -> in.each(() -> keys.add(proofs.key(systems)));
                case "password" -> password = proofs.password();
                case "hasPassword", "hasPin" -> in.skip();
                default -> throw in.invalid("no such member");
            }
        }
    }
}

package io.dragoman.directory.bulk;

import io.dragoman.directory.CaseFolding;
import io.dragoman.directory.PinHash;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What lines lay claim to: the values that only one person may have. Lines that share none can be written in any order. */
final class Claims {

    private final Set<String> values;
    private final List<List<PersonLine>> parts;

    private Claims(Set<String> values, List<List<PersonLine>> parts) {
        this.values = values;
        this.parts = parts;
    }

    /** Those of many lines. */
    static Claims of(List<PersonLine> lines) {
        List<List<PersonLine>> parts = new ArrayList<>();
        Set<String> values = new HashSet<>();
        Set<String> ofPart = values;
        int begin = 0;
        for (int i = 0; i < lines.size(); i++) {
            List<String> own = own(lines.get(i));
            if (own.stream().anyMatch(ofPart::contains)) {
                parts.add(lines.subList(begin, i));
                begin = i;
                ofPart = new HashSet<>();
            }
            values.addAll(own);
            if (!parts.isEmpty()) {
                ofPart.addAll(own);
            }
        }
        parts.add(lines.subList(begin, lines.size()));
        return new Claims(values, parts);
    }

    boolean meet(Claims others) {
        Set<String> fewer = values.size() < others.values.size() ? values : others.values;
        Set<String> more = fewer == values ? others.values : values;
        return fewer.stream().anyMatch(more::contains);
    }

    /** The lines in parts, as few as can be, in none of which two lines share a value. */
    List<List<PersonLine>> parts() {
        return parts;
    }

    private static List<String> own(PersonLine line) {
        List<String> own = new ArrayList<>();
        add(line, own::add);
        return own;
    }

    private static void add(PersonLine line, Consumer<String> claims) {
        if (line.id() != null) {
            claims.accept("id " + line.id().value());
        }
        line.numbers().forEach((system, number) -> claims.accept(system + ' ' + number));
        addText("login ", line.loginOrDefault(), claims);
        addText("email ", line.text(LineField.EMAIL), claims);
        addValue("employee ", line.values().get(LineField.EMPLOYEE_NUMBER), claims);
        if (line.values().get(LineField.PIN) instanceof PinHash pin) {
            claims.accept("pin " + pin.hex());
        }
        line.keys().forEach(key -> claims.accept("key " + key.system() + ' ' + key.hash()));
        line.links().forEach(link -> addValue("link ", link.number(), claims));
    }

    private static void addText(String kind, @Nullable String text, Consumer<String> claims) {
        if (text != null && !text.isEmpty()) {
            claims.accept(kind + CaseFolding.fold(text));
        }
    }

    private static void addValue(String kind, @Nullable Object value, Consumer<String> claims) {
        if (value != null && !value.equals(LineField.NONE)) {
            claims.accept(kind + value);
        }
    }
}

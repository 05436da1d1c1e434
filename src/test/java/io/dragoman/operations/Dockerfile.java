package io.dragoman.operations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The image's build as it is written down, instruction by instruction. */
record Dockerfile(List<Instruction> instructions) {

    static final Path FILE = Path.of("deploy/Dockerfile.jvm");

    record Instruction(int stage, String keyword, String text) {

        /** A text given as a JSON array. */
        List<String> words() {
            try {
                return List.of(new ObjectMapper().readValue(text, String[].class));
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException(text, e);
            }
        }

        /** The value of a flag such as --from, or nothing. */
        String flag(String name) {
            return Stream.of(text.split(" "))
                    .filter(word -> word.startsWith("--" + name + "="))
                    .map(word -> word.substring(name.length() + 3))
                    .findFirst()
                    .orElse("");
        }

        /** The text without the flags before it. */
        String withoutFlags() {
            return text.replaceFirst("^(--\\S+ )+", "");
        }
    }

    static Dockerfile read() {
        List<Instruction> instructions = new ArrayList<>();
        int stage = -1;
        String joined = Documents.read(FILE).replaceAll("(?m)^#.*\n", "").replaceAll("\\\\\n\\s*", "");
        for (String line : joined.lines().filter(text -> !text.isBlank()).toList()) {
            String[] parts = line.split(" ", 2);
            stage += parts[0].equals("FROM") ? 1 : 0;
            instructions.add(new Instruction(stage, parts[0], parts[1]));
        }
        return new Dockerfile(instructions);
    }

    List<Instruction> all(String keyword) {
        return instructions.stream()
                .filter(instruction -> instruction.keyword().equals(keyword))
                .toList();
    }

    /** The last one of a kind, which is the image's. */
    Instruction last(String keyword) {
        List<Instruction> all = all(keyword);
        return all.get(all.size() - 1);
    }

    int lastStage() {
        return last("FROM").stage();
    }
}

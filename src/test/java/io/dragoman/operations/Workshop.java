package io.dragoman.operations;

import io.dragoman.operations.Dockerfile.Instruction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;

/** Does what an image's build says in a folder of this machine, which stands for the file systems of all its stages. */
final class Workshop {

    private final Path root;
    private final Map<String, String> environment = new TreeMap<>();
    private Path workFolder;

    Workshop(Path root, Path java) {
        this.root = root;
        this.workFolder = root;
        environment.put("JAVA_HOME", java.toString());
        environment.put("PATH", java.resolve("bin") + ":" + System.getenv("PATH"));
    }

    void build(Dockerfile dockerfile) throws IOException {
        for (Instruction instruction : dockerfile.instructions()) {
            switch (instruction.keyword()) {
                case "WORKDIR" -> enter(instruction.text());
                case "COPY" -> copy(instruction);
                case "RUN" -> run(instruction.withoutFlags());
                case "ENV" -> set(instruction.text());
                default -> {
                    // says something of the image, and does nothing in it
                }
            }
        }
    }

    /** A command of the image as this machine has it. */
    ProcessBuilder command(List<String> words) {
        return process(words.stream().map(this::here).toList());
    }

    private ProcessBuilder process(List<String> words) {
        ProcessBuilder process = new ProcessBuilder(words).directory(workFolder.toFile());
        process.environment().putAll(environment);
        process.environment().remove("JAVA_TOOL_OPTIONS");
        return process;
    }

    private void enter(String folder) throws IOException {
        workFolder = Files.createDirectories(Path.of(here(folder)));
    }

    private void set(String text) {
        for (String assignment : text.split(" ", -1)) {
            String[] parts = assignment.split("=", 2);
            environment.put(parts[0], parts[1]);
        }
    }

    /** A user of the machine is no business of a folder's. */
    private void run(String command) {
        if (!command.startsWith("useradd ")) {
            Programs.run(process(List.of("bash", "-c", here(command))));
        }
    }

    private void copy(Instruction copy) throws IOException {
        String[] words = copy.withoutFlags().split(" ", -1);
        boolean fromProject = copy.flag("from").isEmpty();
        String named = words[words.length - 1];
        Path target = workFolder.resolve(here(named));
        for (int i = 0; i < words.length - 1; i++) {
            Path source = fromProject ? Path.of(words[i]).toAbsolutePath() : Path.of(here(words[i]));
            if (!source.equals(target)) {
                copy(source, named.endsWith("/") ? target.resolve(source.getFileName()) : target);
            }
        }
    }

    private static void copy(Path source, Path target) throws IOException {
        Files.createDirectories(Files.isDirectory(source) ? target : target.getParent());
        List<String> command = new ArrayList<>(List.of("cp", "-a", "--no-preserve=ownership"));
        command.addAll(List.of(Files.isDirectory(source) ? source + "/." : source.toString(), target.toString()));
        Programs.run(command.toArray(String[]::new));
    }

    /** The image's folders, where they stand alone or behind a sign, as folders below the root. */
    private String here(String text) {
        return text.replaceAll(
                "(?<![\\w/.-])/(opt/dragoman|training|build)\\b", Matcher.quoteReplacement(root.toString()) + "/$1");
    }

    static void delete(Path folder) {
        try {
            if (Files.exists(folder)) {
                Programs.run("rm", "-rf", folder.toString());
            }
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

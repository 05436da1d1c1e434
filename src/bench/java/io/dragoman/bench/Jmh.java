package io.dragoman.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.openjdk.jmh.Main;
import org.openjdk.jmh.generators.bytecode.JmhBytecodeGenerator;

/**
 * Runs JMH, whose generated sources are compiled here: the build's own compiler would hold them to the rules of ours.
 *
 * <p>Takes what JMH's own command line takes. JMH has a Java of its own, as a folder that is not there when Java starts is never
 * found on the class path; beside the classes of tests what is generated would be taken for tests.
 */
public final class Jmh {

    private static final Path CLASSES = Path.of("target/test-classes");
    private static final Path GENERATED = Path.of("target/bench/jmh");

    private static final List<String> DEFAULTS =
            List.of("-prof", "gc", "-f", "1", "-wi", "5", "-i", "5", "-w", "1", "-r", "1");

    private Jmh() {}

    public static void main(String[] args) throws Exception {
        Path sources = Files.createDirectories(GENERATED.resolve("sources"));
        Path classes = Files.createDirectories(GENERATED.resolve("classes"));
        JmhBytecodeGenerator.main(
                new String[] {CLASSES.toString(), sources.toString(), classes.toString(), "reflection"});
        compile(sources, classes);
        System.exit(run(classes, args.length > 0 ? List.of(args) : DEFAULTS));
    }

    private static int run(Path classes, List<String> args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classes + File.pathSeparator + System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(args);
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    private static void compile(Path sources, Path classes) throws IOException {
        List<String> command = new ArrayList<>(List.of("-nowarn", "-proc:none", "-d", classes.toString()));
        try (Stream<Path> files = Files.walk(sources)) {
            files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(command::add);
        }
        int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, command.toArray(String[]::new));
        if (result != 0) {
            throw new IOException("what JMH has generated does not compile");
        }
    }
}

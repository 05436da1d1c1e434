package io.dragoman.bench;

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
 * <p>Takes what JMH's own command line takes. What is generated is put beside the classes it is made of, as a folder that is
 * not there yet when Java starts is never found on the class path.
 */
public final class Jmh {

    private static final Path CLASSES = Path.of("target/test-classes");
    private static final Path GENERATED = Path.of("target/bench/jmh");

    private Jmh() {}

    public static void main(String[] args) throws Exception {
        Path sources = Files.createDirectories(GENERATED.resolve("sources"));
        JmhBytecodeGenerator.main(
                new String[] {CLASSES.toString(), sources.toString(), CLASSES.toString(), "reflection"});
        compile(sources, CLASSES);
        Main.main(args.length > 0 ? args : new String[] {"-prof", "gc", "-f", "1", "-wi", "5", "-i", "5", "-w", "1", "-r", "1"});
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

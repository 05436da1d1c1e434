package io.dragoman.embedded;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The program of an {@link Instance}: asks for the database at the start and again for every line of its input. */
public final class InstanceMain implements Supplier<String> {

    static final String READY = "READY ";
    static final String AGAIN = "again";
    static final String RELOADED = "reloaded";

    public static void main(String[] args) throws IOException, ReflectiveOperationException {
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String command = AGAIN;
        while (command != null) {
            System.out.println(READY + (command.equals(RELOADED) ? reloaded() : new InstanceMain()).get());
            command = input.readLine();
        }
    }

    @Override
    public String get() {
        Settings settings = new Settings(Path.of(System.getProperty("dir", "")), Boolean.getBoolean("durable"));
        try {
            return new EmbeddedPostgres(settings).running().url();
        } catch (EmbeddedPostgresException e) {
            System.out.println(e.getMessage());
            throw e;
        }
    }

    @SuppressWarnings("unchecked")
    private static Supplier<String> reloaded() throws IOException, ReflectiveOperationException {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path", "").split(File.pathSeparator, -1)) {
            urls.add(url(entry));
        }
        URLClassLoader loader = new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        return (Supplier<String>)
                loader.loadClass(InstanceMain.class.getName()).getConstructor().newInstance();
    }

    private static URL url(String entry) throws MalformedURLException {
        return Path.of(entry).toUri().toURL();
    }
}

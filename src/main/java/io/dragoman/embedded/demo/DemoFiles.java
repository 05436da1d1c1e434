package io.dragoman.embedded.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Reads the demo accounts; a name the records do not know is an error, as it would be lost. */
final class DemoFiles {

    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private DemoFiles() {}

    /** All accounts, complete. */
    static List<DemoAccount> accounts() {
        return List.of(account("acme"), account("globex").with(Crowd.ofGlobex()), account("initech"));
    }

    static DemoPerson person(String json) {
        try {
            return JSON.readValue(json, DemoPerson.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("Not a person: " + json, e);
        }
    }

    private static DemoAccount account(String name) {
        String path = "/demo/" + name + ".json";
        try (InputStream file = DemoFiles.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new FileNotFoundException(path);
            }
            return JSON.readValue(file, DemoAccount.class);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path, e);
        }
    }
}

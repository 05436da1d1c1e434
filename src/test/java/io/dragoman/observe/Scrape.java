package io.dragoman.observe;

import static io.restassured.RestAssured.given;

import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** The metrics as Prometheus scrapes them from the management port. */
public record Scrape(List<String> lines) {

    public static Scrape take() {
        int port = ConfigProvider.getConfig().getValue("quarkus.management.test-port", Integer.class);
        String text = given().port(port)
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return new Scrape(Arrays.stream(text.split("\n"))
                .filter(line -> !line.startsWith("#"))
                .map(Scrape::withoutExemplar)
                .toList());
    }

    /** The names and labels of all series. */
    public List<String> series() {
        return lines.stream().map(Scrape::name).sorted().toList();
    }

    /** The sum of a metric's series whose labels hold all of the texts, as in {@code dialect="x"}. */
    public double sum(String metric, String... labels) {
        return lines.stream()
                .filter(line -> line.startsWith(metric + "{") || line.startsWith(metric + " "))
                .filter(line -> Arrays.stream(labels).allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** A bucket may name a request that fell into it. */
    private static String withoutExemplar(String line) {
        int exemplar = line.indexOf(" # {");
        return exemplar < 0 ? line : line.substring(0, exemplar);
    }

    private static String name(String line) {
        return line.substring(0, line.lastIndexOf(' '));
    }
}

package io.dragoman.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The expressions of rules and dashboard. */
final class Expressions {

    static final Path RULES = Path.of("deploy/prometheus/rules.yaml");
    static final Path DASHBOARD = Path.of("deploy/grafana/dragoman.json");

    private static final Pattern METRIC =
            Pattern.compile("(?<![:\\w])(?:dragoman|jvm|process|system)_[a-z0-9_]+(?![:\\w])");
    private static final Pattern RECORDED = Pattern.compile("\\b[a-z_]+:dragoman_[a-z_]+:[a-z0-9_]+");
    private static final Pattern COMPARISON = Pattern.compile(" (>=|<=|==|!=|>|<) ");

    private Expressions() {}

    static List<Map<String, Object>> rules() {
        return ((List<?>) Documents.only(RULES).get("groups"))
                .stream()
                        .flatMap(group -> ((List<?>) Documents.asMap(group).get("rules")).stream())
                        .map(Documents::asMap)
                        .toList();
    }

    static List<Map<String, Object>> alerts() {
        return rules().stream().filter(rule -> rule.containsKey("alert")).toList();
    }

    static List<String> ofRules() {
        return rules().stream().map(rule -> rule.get("expr").toString()).toList();
    }

    /** As Prometheus is asked them when everything is chosen. */
    static List<String> ofDashboard() {
        try {
            List<String> found = new ArrayList<>();
            collect(new ObjectMapper().readTree(DASHBOARD.toFile()), found);
            return found.stream()
                    .map(text -> text.replace("$instance", ".*")
                            .replace("$dialect", ".*")
                            .replace("$__rate_interval", "1m"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(JsonNode node, List<String> found) {
        if (node.path("expr").isTextual()) {
            found.add(node.get("expr").asText());
        }
        node.forEach(child -> collect(child, found));
    }

    /** Asks for both sides of each comparison whatever comes of it: an alert has no data while all is well. */
    static String withData(String expression) {
        return COMPARISON.matcher(expression).replaceAll(" $1 bool ");
    }

    static Set<String> metrics() {
        return found(METRIC);
    }

    /** What is recorded under names of the rules' own, wherever it is used. */
    static Set<String> recorded() {
        return found(RECORDED);
    }

    private static Set<String> found(Pattern pattern) {
        return Stream.concat(ofRules().stream(), ofDashboard().stream())
                .flatMap(expression -> pattern.matcher(expression).results())
                .map(MatchResult::group)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}

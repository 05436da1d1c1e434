package io.dragoman.embedded.demo;

import io.dragoman.account.Argon2;
import io.dragoman.account.SecretsConfig;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** A database of a test's own on the server of the application, with the schema and nothing else. */
final class FreshDatabase implements AutoCloseable {

    private static final String NAME = "demo_loader_test";
    private static final Argon2 CHEAP = new Argon2(64, 1, 1);

    private final DataSource server;
    private final DataSource own;

    FreshDatabase() {
        server = at(applicationUrl());
        drop();
        new DemoDirectory(server).rows("create database " + NAME);
        own = at(applicationUrl().replaceFirst("/[^/?]+($|\\?)", "/" + NAME + "$1"));
        Flyway.configure().dataSource(own).load().migrate();
    }

    DemoDirectory directory() {
        return new DemoDirectory(own);
    }

    /** A loader into it, under an operator's secret where these properties name one. */
    DemoLoader loader(Map<String, String> properties) {
        SecretsConfig secrets = new SmallRyeConfigBuilder()
                .withMapping(SecretsConfig.class)
                .withSources(new PropertiesConfigSource(properties, "test", 500))
                .build()
                .getConfigMapping(SecretsConfig.class);
        return new DemoLoader(own, CHEAP, secrets);
    }

    DemoLoader loader() {
        return loader(Map.of());
    }

    @Override
    public void close() {
        drop();
    }

    private void drop() {
        new DemoDirectory(server).rows("drop database if exists " + NAME + " with (force)");
    }

    private static String applicationUrl() {
        return configured("quarkus.datasource.jdbc.url");
    }

    private static DataSource at(String url) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(url);
        database.setUser(configured("quarkus.datasource.username"));
        database.setPassword(configured("quarkus.datasource.password"));
        return database;
    }

    private static String configured(String key) {
        return ConfigProvider.getConfig().getValue(key, String.class);
    }
}

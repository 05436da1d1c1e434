package io.dragoman.store;

import static io.dragoman.store.Tenants.await;

import io.dragoman.directory.PasswordHash;
import io.dragoman.directory.UserId;
import io.dragoman.directory.UserKind;
import io.dragoman.directory.bulk.ImportJob;
import io.dragoman.directory.bulk.ImportMode;
import io.dragoman.directory.bulk.Line;
import io.dragoman.directory.bulk.LineField;
import io.dragoman.directory.bulk.LineKey;
import io.dragoman.directory.bulk.LineLink;
import io.dragoman.directory.bulk.LinePassword;
import io.dragoman.directory.bulk.LineResult;
import io.dragoman.directory.bulk.MatchBy;
import io.dragoman.directory.bulk.PeopleImport;
import io.dragoman.directory.bulk.PersonLine;
import io.dragoman.directory.bulk.RoleName;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Imports as tests write them: a job, and lines made piece by piece. */
record Bulk(PeopleImport imports, ImportJob job) {

    static final MatchBy EMAIL = new MatchBy(false, Set.of(), true, false);

    static Bulk into(Tenant tenant, PeopleImport imports) {
        return new Bulk(
                imports,
                new ImportJob(tenant.account(), ImportMode.UPSERT, MatchBy.NUMBERS, List.of(), tenant.in("admin")));
    }

    Bulk mode(ImportMode mode) {
        return new Bulk(imports, new ImportJob(job.account(), mode, job.match(), job.assign(), job.by()));
    }

    Bulk by(MatchBy match) {
        return new Bulk(imports, new ImportJob(job.account(), job.mode(), match, job.assign(), job.by()));
    }

    Bulk assign(String... systems) {
        return new Bulk(imports, new ImportJob(job.account(), job.mode(), job.match(), List.of(systems), job.by()));
    }

    /** One batch. */
    List<LineResult> run(LineMaker... lines) {
        return run(List.of(numbered(List.of(lines), 1)));
    }

    List<LineResult> run(List<List<Line>> batches) {
        List<LineResult> results = new ArrayList<>();
        await(imports.run(job, Multi.createFrom().iterable(batches))
                .onItem()
                .invoke(results::addAll)
                .collect()
                .last());
        return results;
    }

    static List<Line> numbered(List<LineMaker> lines, long first) {
        List<Line> numbered = new ArrayList<>();
        for (LineMaker line : lines) {
            numbered.add(line.at(first + numbered.size()));
        }
        return numbered;
    }

    static LineMaker customer(String login) {
        return new LineMaker().with(LineField.KIND, UserKind.CUSTOMER).with(LineField.LOGIN, login);
    }

    static LineMaker staff(String login) {
        return new LineMaker().with(LineField.KIND, UserKind.STAFF).with(LineField.LOGIN, login);
    }

    /** A line that is being made. */
    static final class LineMaker {

        private final Map<LineField, Object> values = new EnumMap<>(LineField.class);
        private final Map<String, Long> numbers = new TreeMap<>();
        private final List<LineLink> links = new ArrayList<>();
        private final List<LineKey> keys = new ArrayList<>();
        private @Nullable UserId id;
        private @Nullable RoleName role;
        private @Nullable LinePassword password;

        LineMaker with(LineField field, Object value) {
            values.put(field, value);
            return this;
        }

        LineMaker email(String email) {
            return with(LineField.EMAIL, email);
        }

        LineMaker number(String system, long number) {
            numbers.put(system, number);
            return this;
        }

        LineMaker role(String name) {
            role = RoleName.of(name);
            return this;
        }

        LineMaker id(UserId own) {
            id = own;
            return this;
        }

        LineMaker links(LineLink... more) {
            links.addAll(Arrays.asList(more));
            return this;
        }

        LineMaker key(String system, String hash) {
            keys.add(new LineKey(system, hash, "hint", null, null));
            return this;
        }

        /** A password whose hash is what is said here. */
        LineMaker password(String hash) {
            password = stored -> Uni.createFrom()
                    .item(
                            stored.filter(present -> present.encoded().equals(hash))
                                            .isPresent()
                                    ? Optional.empty()
                                    : Optional.of(new PasswordHash(hash)));
            return this;
        }

        PersonLine at(long line) {
            return new PersonLine(line, id, values, numbers, role, links, keys, password);
        }
    }
}

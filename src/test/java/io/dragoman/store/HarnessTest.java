package io.dragoman.store;

import io.dragoman.directory.*;
import io.dragoman.directory.bulk.*;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Inject;
import java.time.*;
import java.util.*;
import java.util.stream.*;
import java.nio.file.*;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HarnessTest {
    @Inject PeopleImport imports;
    @Inject Tenants tenants;
    static final String[] FN = "anna,bernd,carla,dieter,eva,frank,gerda,hans,ida,jan,karin,lars,maria,nils,olga,peter,quentin,rosa,stephan,tina,ulrich,vera,willem,xaver,yvonne,zoë,mohammed,chen,giovanni,françois,katarzyna,søren,joão,piotr,aleksandra,thijs,sanne,lieke,daan,bram".split(",");
    static final String[] LN = "Müller,Schmidt,Jansen,de Vries,van den Berg,Bakker,Visser,Smit,Meijer,de Boer,Mulder,de Groot,Bos,Vos,Peters,Hendriks,van Leeuwen,Dekker,Brouwer,de Wit,Dijkstra,Smits,de Graaf,van der Meer,Kowalski,Nowak,Rossi,Russo,Ferrari,Garcia,Martinez".split(",");

    static Line line(int i, boolean staff) {
        int h = i * 0x9E3779B9 >>> 1;
        String fn = FN[h % FN.length], ln = LN[(h / 64) % LN.length] + (i % 3 == 0 ? "" : Integer.toHexString(h & 0xffff));
        String login = (fn + "." + ln + i).replace(" ", "").toLowerCase(Locale.ROOT);
        Map<LineField, Object> v = new EnumMap<>(LineField.class);
        v.put(LineField.KIND, staff ? UserKind.STAFF : UserKind.CUSTOMER);
        v.put(LineField.LOGIN, login);
        v.put(LineField.EMAIL, login + "@" + (i % 3 == 0 ? "example.com" : "mail.example.net"));
        v.put(LineField.FIRST_NAME, fn);
        v.put(LineField.LAST_NAME, ln);
        v.put(LineField.PHONE, "+31 6 1234567");
        v.put(LineField.SALUTATION, "MR");
        if (staff) v.put(LineField.EMPLOYEE_NUMBER, (long) i);
        v.put(LineField.CREATED, Instant.ofEpochSecond(1600000000L + i * 61L));
        v.put(LineField.UPDATED, Instant.ofEpochSecond(1610000000L + i * 67L));
        return new PersonLine(i, null, v, Map.of("picqer", (long) i, "billomat", (long) i + 10, "erply", (long) i + 20, "cscart", (long) i + 30), null, List.of(), List.of(), null);
    }
    static long cpu(long pid) throws Exception { String[] s = Files.readString(Path.of("/proc/" + pid + "/stat")).replaceAll("^.*\\) ", "").split(" "); return (Long.parseLong(s[11]) + Long.parseLong(s[12])) * 10; }
    static long pgCpu(long pm) { return ProcessHandle.of(pm).get().children().mapToLong(p -> { try { return cpu(p.pid()); } catch (Exception e) { return 0; } }).sum(); }

    @Test
    void speed() throws Exception {
        int n = Integer.getInteger("n", 100000), b = Integer.getInteger("b", 1000); boolean staff = Boolean.parseBoolean(System.getProperty("staff", "true"));
        Tenant t = tenants.create();
        ImportJob job = new ImportJob(t.account(), ImportMode.UPSERT, MatchBy.NUMBERS, List.of(), t.in("admin"));
        long pm = ProcessHandle.current().descendants().filter(p -> p.info().command().orElse("").endsWith("postgres")).mapToLong(ProcessHandle::pid).min().orElse(0);
        if (pm == 0) pm = Long.parseLong(Files.readAllLines(Path.of("target/test-db/cluster/postmaster.pid")).get(0));
        for (int round = 0; round < 2; round++) {
            long w = System.nanoTime(), j = cpu(ProcessHandle.current().pid()), p = pgCpu(pm);
            Map<Outcome, Long> out = new TreeMap<>();
            imports.run(job, Multi.createFrom().range(0, n / b).map(k -> IntStream.rangeClosed(k * b + 1, k * b + b).mapToObj(i -> line(i, staff)).toList()))
                .onItem().invoke(r -> r.forEach(x -> { out.merge(x.outcome(), 1L, Long::sum); if (x.failure() != null && out.get(x.outcome()) < 3) System.out.println(x); }))
                .onItem().ignore().toUni().await().atMost(Duration.ofMinutes(20));
            double s = (System.nanoTime() - w) / 1e9;
            System.out.printf("HARNESS n=%d %s %.1fs %.0f/s jvm %.1f us pg %.1f us%n", n, out, s, n / s, (cpu(ProcessHandle.current().pid()) - j) * 1000.0 / n, (pgCpu(pm) - p) * 1000.0 / n);
        }
    }
}

package io.dragoman.bench;

import io.dragoman.dialect.billomat.BareBillomat;
import io.dragoman.dialect.cscart.BareCsCart;
import io.dragoman.dialect.erply.BareErply;
import io.dragoman.dialect.picqer.BarePicqer;
import io.dragoman.directory.Page;
import io.dragoman.directory.User;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What it takes to write one person and a list of 100 in each dialect. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class WriterBenchmark {

    @Param({"picqer", "billomat", "cscart", "erply"})
    public String dialect = "";

    private final User person = People.person(77);
    private final Page<User> page = People.page(100);
    private Rendering rendering = new BarePicqer();

    @Setup
    public void choose() {
        rendering = switch (dialect) {
            case "billomat" -> new BareBillomat();
            case "cscart" -> new BareCsCart();
            case "erply" -> new BareErply();
            default -> new BarePicqer();
        };
    }

    @Benchmark
    public byte[] single() {
        return rendering.single(person);
    }

    @Benchmark
    public byte[] list() {
        return rendering.list(page, "");
    }
}

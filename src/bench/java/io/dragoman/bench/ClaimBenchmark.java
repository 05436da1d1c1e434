package io.dragoman.bench;

import io.dragoman.dialect.billomat.BareBillomat;
import io.dragoman.dialect.cscart.BareCsCart;
import io.dragoman.dialect.erply.BareErply;
import io.dragoman.dialect.picqer.BarePicqer;
import io.dragoman.edge.BareEdge;
import io.dragoman.edge.Hosts;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What it takes to find out whose a request is: all dialects are asked. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ClaimBenchmark {

    @Param({"/api/v1/users/77", "/api/users?per_page=100", "/api/2.0/users?sort_by=name", "/api/"})
    public String target = "";

    private final Hosts hosts = BareEdge.hosts();
    private final BareEdge edge = new BareEdge(List.of(
            BarePicqer.dialect(hosts),
            BareBillomat.dialect(hosts),
            BareErply.dialect(hosts),
            BareCsCart.dialect(hosts)));

    @Benchmark
    public String claim() {
        return edge.claimant(target);
    }
}

package dev.crescent.cli;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The most multiply-adds that so many threads can do at once: on each twelve chains that do not wait for each other, in
/// registers only.
final class PeakWorkload implements Workload {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LINKS = 20_000;
    private static final int CHAINS = 12;
    /// A millisecond or two, beside which waking the other threads is nothing.
    private static final int REPEATS = 50;

    private final Hands hands;
    // [threads]
    private final float[] sinks;

    PeakWorkload(int threads) {
        hands = new Hands(threads);
        sinks = new float[threads];
    }

    static int vectorBits() {
        return SPECIES.vectorBitSize();
    }

    @Override
    public int threads() {
        return hands.count();
    }

    @Override
    public long work() {
        hands.run(thread -> {
            for (int i = 0; i < REPEATS; i++) {
                sinks[thread] = chains(LINKS);
            }
        });
        return (long) REPEATS * LINKS * CHAINS * SPECIES.length() * hands.count();
    }

    /// Each goes `a += 0.001 x 0.001`, 0.02 in all. Sums are what a fused multiply-add overwrites; were the chain its factor,
    /// the compiler would have to copy the addend first, which halves the rate.
    private static float chains(int links) {
        FloatVector factor = FloatVector.broadcast(SPECIES, 0.001f);
        FloatVector other = FloatVector.broadcast(SPECIES, 0.001f);
        FloatVector a = FloatVector.broadcast(SPECIES, 0.89f);
        FloatVector b = FloatVector.broadcast(SPECIES, 0.91f);
        FloatVector c = FloatVector.broadcast(SPECIES, 0.93f);
        FloatVector d = FloatVector.broadcast(SPECIES, 0.95f);
        FloatVector e = FloatVector.broadcast(SPECIES, 0.97f);
        FloatVector f = FloatVector.broadcast(SPECIES, 0.99f);
        FloatVector g = FloatVector.broadcast(SPECIES, 1.01f);
        FloatVector h = FloatVector.broadcast(SPECIES, 1.03f);
        FloatVector i = FloatVector.broadcast(SPECIES, 1.05f);
        FloatVector j = FloatVector.broadcast(SPECIES, 1.07f);
        FloatVector k = FloatVector.broadcast(SPECIES, 1.09f);
        FloatVector l = FloatVector.broadcast(SPECIES, 1.11f);
        for (int link = 0; link < links; link++) {
            a = factor.fma(other, a);
            b = factor.fma(other, b);
            c = factor.fma(other, c);
            d = factor.fma(other, d);
            e = factor.fma(other, e);
            f = factor.fma(other, f);
            g = factor.fma(other, g);
            h = factor.fma(other, h);
            i = factor.fma(other, i);
            j = factor.fma(other, j);
            k = factor.fma(other, k);
            l = factor.fma(other, l);
        }
        FloatVector sum = a.add(b).add(c).add(d).add(e).add(f).add(g).add(h).add(i).add(j).add(k).add(l);
        return sum.reduceLanes(VectorOperators.ADD);
    }

    @Override
    public double multiplyAdds() {
        return 1;
    }

    @Override
    public Measurement measurement(double[] rates) {
        return Measurement.of("multiply-add peak", threads(), "GFLOP/s",
                Arrays.stream(rates).map(rate -> 2e-9 * rate).toArray());
    }

    /// What one thread's chains came to, so that they are not left out.
    float sink(int thread) {
        return sinks[thread];
    }

    @Override
    public void close() {
        hands.close();
    }
}

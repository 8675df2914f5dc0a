package dev.crescent.cli;

import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Model;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Measures the named workloads and the machine's peak: all in turns, round by round, so that whatever slows the machine
/// down for a while slows all of them.
///
/// @param more measured after them
record Bench(Effort effort, Supplier<List<Measurement>> more) {
    /// How much time to take.
    ///
    /// @param roundNanos of one workload in one round
    /// @param rounds how many count
    /// @param warmUpNanos of all together, at most
    record Effort(long roundNanos, int rounds, long warmUpNanos) {
        /// Some 25 s.
        static final Effort FULL = new Effort(250_000_000, 9, 15_000_000_000L);
    }

    /// Rates of so many rounds in a row that differ by less than [#STEADY] count as stable.
    private static final int STEADY_ROUNDS = 3;
    private static final double STEADY = 0.03;

    /// @param progress told what is going on, a few words
    List<Measurement> measure(Consumer<String> progress) {
        PeakWorkload peak = new PeakWorkload();
        Experiment deep = TrainingWorkload.playgroundDeep();
        try (Workload playground = new TrainingWorkload("playground", TrainingWorkload.playground());
                Workload playgroundDeep = new TrainingWorkload("playground-deep", deep)) {
            List<Workload> workloads = List.of(peak, playground, playgroundDeep,
                    new FieldWorkload((Model.Network) deep.model()));
            warmUp(workloads, progress);
            double[][] rates = new double[workloads.size()][effort.rounds];
            for (int round = 0; round < effort.rounds; round++) {
                progress.accept("round " + (round + 1) + " of " + effort.rounds);
                for (int i = 0; i < rates.length; i++) {
                    rates[i][round] = rate(workloads.get(i));
                }
            }
            List<Measurement> measurements = new ArrayList<>(measurements(workloads, rates));
            progress.accept("drawing");
            measurements.addAll(more.get());
            return measurements;
        }
    }

    /// The first workload is the peak.
    private static List<Measurement> measurements(List<Workload> workloads, double[][] rates) {
        double peak = Measurement.median(rates[0]);
        List<Measurement> measurements = new ArrayList<>();
        for (int i = 0; i < rates.length; i++) {
            Workload workload = workloads.get(i);
            Measurement measurement = workload.measurement(rates[i]);
            double share = Measurement.median(rates[i]) * workload.multiplyAdds() / peak;
            measurements.add(i == 0 ? measurement : measurement.withShare(share));
        }
        return measurements;
    }

    /// Until the JIT is through with all of them.
    private void warmUp(List<Workload> workloads, Consumer<String> progress) {
        progress.accept("warming up");
        long end = System.nanoTime() + effort.warmUpNanos;
        double[][] last = new double[workloads.size()][STEADY_ROUNDS];
        for (int round = 0; System.nanoTime() < end && !(round >= STEADY_ROUNDS && areSteady(last)); round++) {
            for (int i = 0; i < last.length; i++) {
                last[i][round % STEADY_ROUNDS] = rate(workloads.get(i));
            }
        }
    }

    private static boolean areSteady(double[][] rates) {
        return Arrays.stream(rates).allMatch(last -> {
            double least = Arrays.stream(last).min().orElseThrow();
            return Arrays.stream(last).max().orElseThrow() - least < STEADY * least;
        });
    }

    /// Units a second.
    private double rate(Workload workload) {
        workload.begin();
        long units = 0;
        long start = System.nanoTime();
        long elapsed;
        do {
            units += workload.work();
            elapsed = System.nanoTime() - start;
        } while (elapsed < effort.roundNanos);
        return units * 1e9 / elapsed;
    }
}

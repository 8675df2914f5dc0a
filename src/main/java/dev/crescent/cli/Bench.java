package dev.crescent.cli;

import dev.crescent.engine.cuda.Gpu;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Measures the named workloads and the machine's peak: all in turns, round by round, so that whatever slows the machine
/// down for a while slows all of them.
///
/// @param names of the workloads, of [Suite#NAMES]
/// @param contenders the engines, each a row for every workload
/// @param more measured after them, unless some workloads are asked for by name
record Bench(Effort effort, List<String> names, List<Contender> contenders, Supplier<List<Measurement>> more) {
    /// How much time to take.
    ///
    /// @param roundNanos of one workload in one round
    /// @param rounds how many count
    /// @param warmUpNanos of one workload, at most
    /// @param images pictures to train on; thousands do not fit into a cache
    record Effort(long roundNanos, int rounds, long warmUpNanos, int images) {
        /// Some 80 s with all workloads.
        static final Effort FULL = new Effort(250_000_000, 9, 2_000_000_000, 10_240);

        Effort withRounds(int value) {
            return new Effort(roundNanos, value, warmUpNanos, images);
        }
    }

    /// Who is told what is going on.
    ///
    /// @param progress a few words
    /// @param beforeRound returns when the round may begin
    record Listener(Consumer<String> progress, Runnable beforeRound) {}

    /// Rates of so many rounds in a row that differ by less than [#STEADY] count as stable.
    private static final int STEADY_ROUNDS = 3;
    private static final double STEADY = 0.03;

    /// Everything on the CPU engine.
    static Bench full(Supplier<List<Measurement>> more) {
        return new Bench(Effort.FULL, Suite.NAMES, List.of(Contender.CPU), more);
    }

    Bench withRounds(int rounds) {
        return new Bench(effort.withRounds(rounds), names, contenders, more);
    }

    /// The same with another engine beside those there are.
    Bench with(Contender contender) {
        return new Bench(effort, names, Stream.concat(contenders.stream(), Stream.of(contender)).toList(), more);
    }

    /// The GPU that is measured, if one is.
    Optional<Gpu> gpu() {
        return contenders.stream().flatMap(contender -> contender.gpu().get().stream()).findFirst();
    }

    /// A row for each workload and each number of threads that it can use.
    ///
    /// @param chosen names of workloads; none means all, and what more there is
    /// @param threads numbers of threads for what can be shared, distinct
    List<Measurement> measure(List<String> chosen, List<Integer> threads, Listener listener) {
        List<Workload> workloads = open(chosen.isEmpty() ? names : chosen, threads);
        List<Measurement> measurements = new ArrayList<>();
        try {
            warmUp(workloads, listener.progress);
            double[][] rates = new double[workloads.size()][effort.rounds];
            boolean[] failed = new boolean[rates.length];
            for (int round = 0; round < effort.rounds; round++) {
                listener.beforeRound.run();
                listener.progress.accept("round " + (round + 1) + " of " + effort.rounds);
                for (int i = 0; i < rates.length; i++) {
                    rates[i][round] = rate(workloads.get(i));
                    // What is opened anew in each round may be back where it failed before.
                    failed[i] |= workloads.get(i).isElsewhere();
                }
            }
            measurements.addAll(measurements(workloads, rates, failed));
        } finally {
            workloads.forEach(Workload::close);
        }
        if (chosen.isEmpty()) {
            listener.progress.accept("drawing");
            measurements.addAll(more.get());
        }
        return measurements;
    }

    /// First the peaks of all numbers of threads that the others use.
    private List<Workload> open(List<String> chosen, List<Integer> threads) {
        Suite suite = new Suite(effort.images);
        List<Workload> workloads = new ArrayList<>();
        for (String name : chosen) {
            for (Contender contender : contenders) {
                for (int count : Suite.isShared(name) && contender.shares() ? threads : List.of(1)) {
                    workloads.add(suite.open(name, contender, count));
                }
            }
        }
        List<Workload> all = new ArrayList<>();
        workloads.stream().mapToInt(Workload::threads).sorted().distinct().forEach(count -> all.add(new PeakWorkload(count)));
        all.addAll(workloads);
        return all;
    }

    /// @param failed whose rates are another engine's, at least in part
    private static List<Measurement> measurements(List<Workload> workloads, double[][] rates, boolean[] failed) {
        double[] flops = IntStream.range(0, rates.length)
                .mapToDouble(i -> 2e-9 * Measurement.median(rates[i]) * workloads.get(i).multiplyAdds()).toArray();
        List<Measurement> measurements = new ArrayList<>();
        for (int i = 0; i < rates.length; i++) {
            Workload workload = workloads.get(i);
            Measurement measurement = workload.measurement(rates[i]);
            if (failed[i]) {
                measurements.add(Measurement.failed(measurement.name()));
                continue;
            }
            int peak = IntStream.range(0, rates.length).filter(p -> workloads.get(p) instanceof PeakWorkload
                    && workloads.get(p).threads() == workload.threads()).findFirst().orElseThrow();
            measurements.add(i == peak || Double.isNaN(flops[i]) ? measurement : measurement.withShare(flops[i], flops[peak]));
        }
        return measurements;
    }

    /// Until the JIT is through with all of them.
    private void warmUp(List<Workload> workloads, Consumer<String> progress) {
        progress.accept("warming up");
        long end = System.nanoTime() + workloads.size() * effort.warmUpNanos;
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

package dev.crescent.engine.cuda;

import dev.crescent.engine.Problem;
import dev.crescent.experiment.Optimizer;
import dev.crescent.experiment.Training;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/// Small networks in training, a block of the device each, many steps in one launch: all on the same mini-batches, each with
/// an optimizer of its own.
final class FusedTrainer {
    /// Losses that are downloaded at once.
    private static final int MOST_LOSSES = 1 << 18;
    /// No kind: the network takes no steps.
    private static final int LOST = -1;

    /// What networks share whose numbers differ by their rates alone.
    private record Kind(Optimizer optimizer, long since) {
        static Kind of(Optimizer optimizer, long since) {
            return new Kind(optimizer.withLearningRate(1), new Rule(optimizer).vectors() == 0 ? 0 : since);
        }
    }

    private final FusedPlan plan;
    private final Device device;
    private final LongSupplier clock;
    private final List<Optimizer> optimizers;
    /// `[networks]` the steps at which the optimizers' memories began; the kinds follow from it.
    private final long[] since;
    /// `[networks]` which of the kinds.
    private final int[] kindOf;
    private List<Kind> kinds = List.of();
    private List<Rule> rules = List.of();
    private final Slice slice = new Slice();
    /// In one launch.
    private final int capacity;
    /// What one launch is told, one behind the other: `[networks]` kinds, `[kinds]` rules, `[kinds][steps][Rule.ROW]` tables,
    /// `[networks][steps]` rates, `[steps][batch]` samples.
    private final int[] told;
    private final long toldAt;
    /// `[networks][steps]`
    private final long losses;
    private final CudaDriver.Launch launch;

    /// @param optimizers one a network, of at most as many vectors as the plan has room for
    /// @param parameters `[networks][size]`
    /// @param first the memory's vectors, `[networks][size]`; 0 where the plan has no room for them, as `second`
    /// @param clock nanoseconds, as [System#nanoTime]
    FusedTrainer(FusedPlan plan, Problem problem, List<Optimizer> optimizers, long parameters, long first,
            long second, Arena arena, Device device, LongSupplier clock) {
        Training training = problem.training();
        int networks = optimizers.size();
        this.plan = plan;
        this.device = device;
        this.clock = clock;
        this.optimizers = List.copyOf(optimizers);
        this.since = new long[networks];
        this.kindOf = new int[networks];
        int stepsPerEpoch = Math.ceilDiv(Math.max(1, problem.train().count()), plan.samples);
        this.capacity = Math.clamp(MOST_LOSSES / networks, 1, stepsPerEpoch);
        // There are as many kinds as networks at most.
        this.told = new int[networks * (2 + capacity + capacity * Rule.ROW) + capacity * plan.samples];
        this.toldAt = arena.floats(told.length);
        this.losses = arena.doubles((long) networks * capacity);
        this.launch = device.driver.launch("fused_train", 19);
        Launches.set(launch, plan.upload(arena, device));
        launch.set(6, toldAt);
        launch.set(10, (float) training.l1());
        launch.set(11, (float) training.l2());
        launch.set(12, Double.doubleToRawLongBits(training.clip()));
        launch.set(13, training.seed());
        launch.set(15, parameters);
        launch.set(16, first);
        launch.set(17, second);
        launch.set(18, losses);
        launch.size(networks, 1, plan.threads, plan.sharedBytes());
        findKinds();
    }

    private void findKinds() {
        Map<Kind, Integer> numbers = new LinkedHashMap<>();
        for (int network = 0; network < since.length; network++) {
            kindOf[network] = numbers.computeIfAbsent(Kind.of(optimizers.get(network), since[network]), _ -> numbers.size());
        }
        kinds = List.copyOf(numbers.keySet());
        rules = kinds.stream().map(kind -> new Rule(kind.optimizer)).toList();
    }

    /// Whether mini-batches of that size fit.
    boolean takes(int batch) {
        return batch <= plan.samples;
    }

    /// Steps in the next launch, at most.
    int stride() {
        return Math.min(slice.steps(), capacity);
    }

    /// Takes steps, in as many launches as that needs.
    ///
    /// @param data that `order` has numbers of
    /// @param step done before
    /// @param begun `[networks]` the steps at which the optimizers' memories began
    /// @param rates `[networks][steps]`, each network's learning rates
    /// @param into `[networks][steps]` receives the mean losses; NaN behind one that was no finite number, after which a
    ///     network takes no more steps
    void train(Parts.Copy data, int[] order, int from, int count, int batch, long step, long[] begun, double[][] rates,
            double[][] into) {
        if (!Arrays.equals(begun, since)) {
            System.arraycopy(begun, 0, since, 0, since.length);
            findKinds();
        }
        int networks = since.length;
        int steps = Math.ceilDiv(count, batch);
        boolean[] lost = new boolean[networks];
        launch.set(1, data.inputs());
        launch.set(2, data.targets());
        for (int done = 0; done < steps;) {
            int now = Math.min(steps - done, stride());
            int first = done * batch;
            long start = clock.getAsLong();
            run(tell(now, done, step + done, rates, lost), order, from + first, Math.min(now * batch, count - first), batch,
                    step + done);
            double[] found = device.doubles(losses, networks * now);
            for (int network = 0; network < networks; network++) {
                for (int i = 0; i < now; i++) {
                    double loss = lost[network] ? Double.NaN : found[network * now + i];
                    into[network][done + i] = loss;
                    lost[network] |= !Double.isFinite(loss);
                }
            }
            slice.took(now, clock.getAsLong() - start);
            done += now;
        }
    }

    /// All but the samples.
    ///
    /// @return how many words that are
    private int tell(int steps, int done, long step, double[][] rates, boolean[] lost) {
        int networks = since.length;
        int at = networks;
        for (Rule rule : rules) {
            told[at++] = rule.kind();
        }
        launch.set(7, Launches.at(toldAt, networks));
        launch.set(8, Launches.at(toldAt, at));
        for (int kind = 0; kind < rules.size(); kind++) {
            for (int i = 0; i < steps; i++) {
                for (double number : rules.get(kind).row(step + i + 1 - kinds.get(kind).since)) {
                    told[at++] = Float.floatToRawIntBits((float) number);
                }
            }
        }
        launch.set(9, Launches.at(toldAt, at));
        for (int network = 0; network < networks; network++) {
            told[network] = lost[network] ? LOST : kindOf[network];
            for (int i = 0; i < steps; i++) {
                told[at++] = Float.floatToRawIntBits((float) rates[network][done + i]);
            }
        }
        return at;
    }

    private void run(int words, int[] order, int from, int count, int batch, long step) {
        System.arraycopy(order, from, told, words, count);
        device.upload(told, 0, words + count, toldAt);
        launch.set(3, Launches.at(toldAt, words));
        launch.set(4, count);
        launch.set(5, batch);
        launch.set(14, step);
        launch.run();
    }
}

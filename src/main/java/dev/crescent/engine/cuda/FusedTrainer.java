package dev.crescent.engine.cuda;

import dev.crescent.engine.Problem;
import dev.crescent.experiment.Optimizer;
import dev.crescent.experiment.Training;
import java.util.List;
import java.util.function.LongSupplier;

/// Small networks in training, a block of the device each, many steps in one launch: all on the same mini-batches, each with
/// an optimizer of its own.
final class FusedTrainer {
    private static final int NUMBERS = 7;
    /// Losses that are downloaded at once.
    private static final int MOST_LOSSES = 1 << 16;
    /// A rule that is none: the network takes no steps.
    private static final int LOST = -1;

    private final FusedPlan plan;
    private final Device device;
    private final LongSupplier clock;
    private final List<Rule> rules;
    private final Slice slice = new Slice();
    /// In one launch.
    private final int capacity;
    /// `[networks]` rules, `[networks][steps][7]` numbers, `[steps][batch]` samples: what one launch is told.
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
        this.plan = plan;
        this.device = device;
        this.clock = clock;
        this.rules = optimizers.stream().map(Rule::new).toList();
        int stepsPerEpoch = Math.ceilDiv(Math.max(1, problem.train().count()), plan.samples);
        this.capacity = Math.clamp(MOST_LOSSES / rules.size(), 1, stepsPerEpoch);
        this.told = new int[rules.size() * (1 + capacity * NUMBERS) + capacity * plan.samples];
        this.toldAt = arena.floats(told.length);
        this.losses = arena.doubles((long) rules.size() * capacity);
        this.launch = device.driver.launch("fused_train", 17);
        Launches.set(launch, plan.upload(arena, device));
        launch.set(6, toldAt);
        launch.set(8, (float) training.l1());
        launch.set(9, (float) training.l2());
        launch.set(10, Double.doubleToRawLongBits(training.clip()));
        launch.set(11, training.seed());
        launch.set(13, parameters);
        launch.set(14, first);
        launch.set(15, second);
        launch.set(16, losses);
        launch.size(rules.size(), 1, plan.threads, plan.sharedBytes());
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
    /// @param since `[networks]` the steps at which the optimizers' memories began
    /// @param rates `[networks][steps]`, each network's learning rates
    /// @param into `[networks][steps]` receives the mean losses; NaN behind one that was no finite number, after which a
    ///     network takes no more steps
    void train(Parts.Copy data, int[] order, int from, int count, int batch, long step, long[] since, double[][] rates,
            double[][] into) {
        int steps = Math.ceilDiv(count, batch);
        boolean[] lost = new boolean[rules.size()];
        launch.set(1, data.inputs());
        launch.set(2, data.targets());
        for (int done = 0; done < steps;) {
            int now = Math.min(steps - done, stride());
            int first = done * batch;
            long start = clock.getAsLong();
            tell(now, done, step + done, since, rates, lost);
            run(order, from + first, Math.min(now * batch, count - first), batch, step + done);
            double[] found = device.doubles(losses, rules.size() * now);
            for (int network = 0; network < rules.size(); network++) {
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

    private void tell(int steps, int done, long step, long[] since, double[][] rates, boolean[] lost) {
        int at = rules.size();
        for (int network = 0; network < rules.size(); network++) {
            Rule rule = rules.get(network);
            told[network] = lost[network] ? LOST : rule.kind();
            for (int i = 0; i < steps; i++) {
                for (float number : rule.at(rates[network][done + i], step + i + 1 - since[network])) {
                    told[at++] = Float.floatToRawIntBits(number);
                }
            }
        }
    }

    private void run(int[] order, int from, int count, int batch, long step) {
        int numbers = rules.size() * (1 + Math.ceilDiv(count, batch) * NUMBERS);
        System.arraycopy(order, from, told, numbers, count);
        device.upload(told, 0, numbers + count, toldAt);
        launch.set(3, Launches.at(toldAt, numbers));
        launch.set(4, count);
        launch.set(5, batch);
        launch.set(7, Launches.at(toldAt, rules.size()));
        launch.set(12, step);
        launch.run();
    }
}

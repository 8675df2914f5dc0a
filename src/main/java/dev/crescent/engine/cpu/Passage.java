package dev.crescent.engine.cpu;

import static dev.crescent.engine.cpu.Panels.SAMPLES;

import dev.crescent.engine.Samples;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Samples on their way through a pipeline, up to the loss and back if it trains, shared by panels among a crew.
final class Passage {
    private final Pipeline pipeline;
    private final Intake intake;
    private final Head head;
    private final float[] parameters;
    private final Stage.Moment moment;
    private final boolean trains;
    private final Crew crew;
    private final Share[] shares;
    private final Crew.Work ahead = this::ahead;
    private final Crew.Work turn = this::turn;
    private final Crew.Work back = this::back;
    // [panels] each
    private final double[] losses;
    private final int[] correct;
    private int group;
    private Samples samples;
    private int @Nullable [] order;
    private int from;
    private double divisor;

    /// @param samples any of the right shape
    Passage(Pipeline pipeline, Head head, float[] parameters, Stage.Moment moment, Samples samples, Crew crew,
            boolean trains) {
        this.pipeline = pipeline;
        this.intake = new Intake(pipeline, head);
        this.head = head;
        this.parameters = parameters;
        this.moment = moment;
        this.samples = samples;
        this.crew = crew;
        this.trains = trains;
        this.shares = new Share[crew.workers()];
        Arrays.setAll(shares, worker -> new Share(worker, shares.length));
        this.losses = new double[pipeline.capacity / SAMPLES];
        this.correct = new int[pipeline.capacity / SAMPLES];
    }

    int capacity() {
        return pipeline.capacity;
    }

    Share share(int worker) {
        return shares[worker];
    }

    /// Sends samples through.
    ///
    /// @param which their numbers, from `first` on; null: in their own order
    /// @param count at most the capacity
    /// @param lossDivisor what the loss' gradient is divided by
    /// @param alone whether the caller does the whole crew's work
    void run(Samples of, int @Nullable [] which, int first, int count, double lossDivisor, boolean alone) {
        samples = of;
        order = which;
        from = first;
        divisor = lossDivisor;
        for (Share share : shares) {
            share.take(count);
        }
        int last = pipeline.groups() - 1;
        for (group = 0; group < last; group++) {
            crew.run(ahead, alone);
        }
        crew.run(turn, alone);
        for (group = last - 1; trains && group >= 0; group--) {
            crew.run(back, alone);
        }
    }

    /// Adds the last run's losses to a sum, panel by panel, so that it does not depend on who computed them.
    double addLosses(double sum) {
        double all = sum;
        for (int panel = 0; panel < Panels.count(shares[0].count); panel++) {
            all += losses[panel];
        }
        return all;
    }

    /// How many of the last run's samples are classified right.
    int correct() {
        int sum = 0;
        for (int panel = 0; panel < Panels.count(shares[0].count); panel++) {
            sum += correct[panel];
        }
        return sum;
    }

    private void ahead(int worker) {
        if (group == 0) {
            intake.take(samples, order, from, shares[worker]);
        }
        pipeline.forward(group, parameters, shares[worker], moment);
    }

    /// The last group forward, the loss, and back again.
    private void turn(int worker) {
        ahead(worker);
        Share share = shares[worker];
        int[] labels = samples.labels();
        for (int panel = share.first; panel < share.end; panel++) {
            losses[panel] = head.sum(panel, share, divisor);
            correct[panel] = trains || labels == null ? 0 : head.correct(labels, from, panel, share);
        }
        if (trains) {
            pipeline.backward(group, parameters, share);
        }
    }

    private void back(int worker) {
        pipeline.backward(group, parameters, shares[worker]);
    }
}

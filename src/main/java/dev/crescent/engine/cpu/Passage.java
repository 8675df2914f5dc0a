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
    // of each worker, the panels of its share that are under way
    private final Share[] parts;
    private final Crew.Work take = this::take;
    private final Crew.Work ahead = this::ahead;
    private final Crew.Work turn = this::turn;
    private final Crew.Work back = this::back;
    private final OnPart forward = this::forward;
    private final OnPart around = this::around;
    private final OnPart backward = this::backward;
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
        this.parts = new Share[crew.workers()];
        Arrays.setAll(parts, worker -> new Share(worker, parts.length));
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
        if (pipeline.beginsTogether()) {
            crew.run(take, alone);
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

    private void take(int worker) {
        intake.take(samples, order, from, shares[worker]);
    }

    private void ahead(int worker) {
        ahead(worker, pipeline.endRun(group));
    }

    private void ahead(int worker, int endRun) {
        for (int run = pipeline.firstRun(group); run < endRun; run++) {
            go(run, worker, forward);
        }
    }

    /// The last group forward, the loss, and back again.
    private void turn(int worker) {
        int last = pipeline.endRun(group) - 1;
        ahead(worker, last);
        go(last, worker, around);
        if (trains) {
            back(worker, last);
        }
    }

    private void back(int worker) {
        back(worker, pipeline.endRun(group));
    }

    private void back(int worker, int endRun) {
        for (int run = endRun - 1; run >= pipeline.firstRun(group); run--) {
            go(run, worker, backward);
        }
    }

    /// What is done to some panels in one run.
    @FunctionalInterface
    private interface OnPart {
        void take(int run, Share part);
    }

    /// Takes a worker's panels through a run, a few at a time. Once without panels of its own, too: a stage that meets is
    /// shared by channels, of which this worker may have some.
    private void go(int run, int worker, OnPart todo) {
        Share share = shares[worker];
        Share part = parts[worker];
        int together = pipeline.together(run, share);
        int panel = share.first;
        do {
            part.narrow(share, panel, together);
            todo.take(run, part);
            panel += together;
        } while (panel < share.end);
    }

    private void forward(int run, Share part) {
        if (run == 0 && !pipeline.beginsTogether()) {
            intake.take(samples, order, from, part);
        }
        pipeline.forward(run, parameters, part, moment);
    }

    private void around(int run, Share part) {
        forward(run, part);
        int[] labels = samples.labels();
        for (int panel = part.first; panel < part.end; panel++) {
            losses[panel] = head.sum(panel, part, divisor);
            correct[panel] = trains || labels == null ? 0 : head.correct(labels, from, panel, part);
        }
        if (trains) {
            backward(run, part);
        }
    }

    private void backward(int run, Share part) {
        pipeline.backward(run, parameters, part);
    }
}

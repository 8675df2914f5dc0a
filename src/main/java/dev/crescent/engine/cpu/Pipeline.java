package dev.crescent.engine.cpu;

import static dev.crescent.engine.cpu.Panels.SAMPLES;

import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.Shapes;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// A network's stages and the workspace for as many samples as it has room for. Of parameters it holds copies at most.
final class Pipeline {
    /// Panels that pass together through stages whose parameters stay in the cache; even, since kernels take them in pairs.
    private static final int PASSING = 2;

    final int capacity;
    private final Stage.Source input;
    private final Stage[] stages;
    // where each run begins, and behind them the number of stages
    private final int[] runs;
    // numbers of the runs that begin a group, and behind them the number of runs
    private final int[] groups;

    /// @param panels it has room for
    /// @param workers that go through it together
    /// @param fusion on the last layer
    /// @param trains whether it goes backward, and drops out and adds noise on its way forward
    Pipeline(Model.Network network, List<Integer> inputShape, ParameterLayout layout, Fusion fusion, int panels,
            int workers, boolean trains) {
        this.capacity = panels * SAMPLES;
        int width = Shapes.width(inputShape);
        this.input = new Stage.Source(width, Panels.rows(width), Panels.allocate(panels, Panels.rows(width)),
                new float[0]);
        Stage.Source source = input;
        List<List<Integer>> shapes = Shapes.of(network, inputShape);
        List<Stage> made = new ArrayList<>();
        for (int i = 0; i < network.layers().size(); i++) {
            Fusion own = i == network.layers().size() - 1 ? fusion : Fusion.NONE;
            Stage stage = stage(network.layers().get(i), i, i == 0 ? inputShape : shapes.get(i - 1), layout, own, source,
                    panels, workers, trains);
            made.add(stage);
            source = new Stage.Source(stage.units, stage.rows, stage.output, stage.delta);
        }
        this.stages = made.toArray(Stage[]::new);
        this.runs = IntStream.rangeClosed(0, stages.length).filter(i -> beginsGroup(i) || beginsRun(i)).toArray();
        this.groups = IntStream.range(0, runs.length).filter(run -> beginsGroup(runs[run])).toArray();
    }

    private boolean beginsGroup(int stage) {
        return stage == 0 || stage == stages.length || stages[stage].meets() || stages[stage - 1].meets();
    }

    private boolean beginsRun(int stage) {
        return stages[stage].isLarge() != stages[stage - 1].isLarge();
    }

    private static Stage stage(Layer layer, int number, List<Integer> shape, ParameterLayout layout, Fusion fusion,
            Stage.Source source, int panels, int workers, boolean trains) {
        return switch (layer) {
            case Layer.Dense dense -> new WeightedStage(layout.slice(number).orElseThrow(), dense.units(), 1,
                    dense.activation(), fusion, source, panels, workers, trains);
            case Layer.Maxout maxout -> new WeightedStage(layout.slice(number).orElseThrow(), maxout.units(),
                    maxout.pieces(), maxout.activation(), fusion, source, panels, workers, trains);
            case Layer.Dropout dropout when trains && dropout.rate() > 0 ->
                    new DropoutStage(number, dropout.rate(), source, panels);
            case Layer.Noise noise when trains && noise.stddev() > 0 ->
                    new NoiseStage(number, noise.stddev(), source, panels);
            case Layer.Dropout _, Layer.Noise _, Layer.Flatten _ -> new PassedStage(source);
            case Layer.Conv conv -> new ConvStage(layout.slice(number).orElseThrow(), conv, shape, source, panels, workers,
                    trains);
            case Layer.MaxPool pool -> new PoolStage(pool, shape, source, panels);
            case Layer.BatchNorm _ -> new NormStage(layout.slice(number).orElseThrow(),
                    layout.statistics(number).orElseThrow(), source, panels, trains);
        };
    }

    /// What comes in, `[panels][rows][16]`.
    Stage.Source input() {
        return input;
    }

    /// In the order of the layers; not to be changed.
    Stage[] stages() {
        return stages;
    }

    int layers() {
        return stages.length;
    }

    Stage stage(int layer) {
        return stages[layer];
    }

    Outputs outputs() {
        return ((WeightedStage) stages[stages.length - 1]).outputs();
    }

    /// Stages that a worker may go through without waiting for the others make a group; how many of those there are.
    int groups() {
        return groups.length - 1;
    }

    /// Whether the first stage sees all panels, so that all must have come in before anybody goes on.
    boolean beginsTogether() {
        return stages[0].meets();
    }

    /// The first run of a group. A run is a longest part of a group whose stages agree on [Stage#isLarge].
    int firstRun(int group) {
        return groups[group];
    }

    /// The run behind a group's last.
    int endRun(int group) {
        return groups[group + 1];
    }

    /// How many panels go through a run together: all of them where its stages are large, so that their weights are read
    /// once for all, or where all workers meet; otherwise two, whose values are still in the cache for the next stage.
    int together(int run, Share share) {
        Stage stage = stages[runs[run]];
        return stage.isLarge() || stage.meets() ? Math.max(1, share.end - share.first) : PASSING;
    }

    /// Through all stages.
    void forward(float[] parameters, Share share, Stage.Moment moment) {
        for (int run = 0; run < runs.length - 1; run++) {
            forward(run, parameters, share, moment);
        }
    }

    /// Through one run.
    void forward(int run, float[] parameters, Share share, Stage.Moment moment) {
        for (int i = runs[run]; i < runs[run + 1]; i++) {
            stages[i].forward(parameters, share, moment);
        }
    }

    /// Back through one run, from its last stage's delta.
    void backward(int run, float[] parameters, Share share) {
        for (int i = runs[run + 1] - 1; i >= runs[run]; i--) {
            stages[i].backward(parameters, share);
        }
    }

    /// Takes a share of changed parameters into the stages' copies of them.
    void refresh(float[] parameters, Share share) {
        for (Stage stage : stages) {
            for (int block = share.from(stage.blocks.count); block < share.to(stage.blocks.count); block++) {
                stage.refresh(block, parameters);
            }
        }
    }

    /// Lets the stages remember what they saw on the way forward.
    void remember(float[] parameters) {
        for (Stage stage : stages) {
            stage.remember(parameters);
        }
    }

    /// How long an array of parameters or of their gradient must be: matrix kernels may read up to three rows of weights
    /// beyond the last, and write some vectors there.
    static int room(ParameterLayout layout) {
        int longest = 0;
        for (ParameterLayout.Slice slice : layout.slices()) {
            longest = Math.max(longest, slice.weightCount() / slice.weightShape().getFirst());
        }
        return Math.addExact(layout.total(), (Panels.BLOCK - 1) * longest + SAMPLES);
    }
}

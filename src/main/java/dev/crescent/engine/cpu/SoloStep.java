package dev.crescent.engine.cpu;

import dev.crescent.engine.Samples;
import java.util.Arrays;

/// The training step of a small network, which one worker makes from the samples to the update: there is no work to
/// share and nothing that would leave the cache, so that what counts is to lose no time between the layers.
///
/// The bits are those of the step that is shared.
final class SoloStep {
    /// Parameters that stay in the first-level cache.
    private static final int MOST = 1 << 12;

    private final Stage[] stages;
    /// Those with parameters.
    private final Stage[] learning;
    /// Those that keep something when the parameters have changed.
    private final Stage[] keeping;
    private final Intake intake;
    private final Head head;
    private final Step step;
    private final Samples samples;
    private final float[] parameters;
    private final float[] gradient;
    private final Stage.Moment moment;
    private final Share share = Share.whole();

    SoloStep(Pipeline pipeline, Head head, Step step, Samples samples, float[] parameters, float[] gradient,
            Stage.Moment moment) {
        this.stages = pipeline.stages();
        this.learning = Arrays.stream(stages).filter(stage -> stage.blocks.count > 0).toArray(Stage[]::new);
        this.keeping = Arrays.stream(learning).filter(Stage::keeps).toArray(Stage[]::new);
        this.intake = new Intake(pipeline, head);
        this.head = head;
        this.step = step;
        this.samples = samples;
        this.parameters = parameters;
        this.gradient = gradient;
        this.moment = moment;
    }

    /// Whether a network of so many parameters is small.
    static boolean suits(int parameters) {
        return parameters <= MOST;
    }

    /// Changes the parameters.
    ///
    /// @param count at most what the pipeline has room for
    /// @return the mean loss
    double run(int[] order, int from, int count) {
        double divisor = head.divisor(count);
        share.take(count);
        moment.first = 0;
        intake.take(samples, order, from, share);
        for (Stage stage : stages) {
            stage.forward(parameters, share, moment);
        }
        double loss = 0;
        for (int panel = 0; panel < share.end; panel++) {
            loss += head.sum(panel, share, divisor);
        }
        for (int i = stages.length - 1; i >= 0; i--) {
            stages[i].backward(parameters, share);
        }
        differentiate();
        if (step.clips()) {
            step.measure(share);
            step.shorten();
        }
        step.updateAll();
        keep();
        return loss / divisor;
    }

    private void differentiate() {
        for (Stage stage : learning) {
            for (int block = 0; block < stage.blocks.count; block++) {
                stage.differentiate(block, share, gradient, true);
                step.penalize(stage.blocks, block);
            }
        }
    }

    private void keep() {
        for (Stage stage : keeping) {
            for (int block = 0; block < stage.blocks.count; block++) {
                stage.refresh(block, parameters);
            }
            stage.remember(parameters);
        }
    }
}

package dev.crescent.insight.image;

import dev.crescent.engine.Engine;
import dev.crescent.engine.Evaluator;
import dev.crescent.engine.Shapes;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Model;
import dev.crescent.insight.Shares;
import java.util.Arrays;
import java.util.List;

/// Has a network read many images at once: the class it says, one probability a class, and by how much it says so.
///
/// The class is the one that accuracy counts, and what it is counted on are the scores: the outputs, but with softmax and
/// cross-entropy what softmax sees, as there are differences that softmax rounds away. Used by one thread at a time.
final class ImageReader {
    /// No loss is greater: so little may a probability be.
    private static final double LEAST = Float.MIN_NORMAL;

    final int width;
    /// Room for images.
    final int most;
    /// `[width][count]` of the images that are to be read, `count` being what [#read] is told.
    final float[] inputs;

    private final Evaluator evaluator;
    private final Layer.Dense output;
    private final Loss loss;
    private final boolean fused;
    private final float threshold;
    private final float[][] outputs; // [layer][units * most]; only the last is there
    private final float[] scores; // [units][count]
    private final float[][] one; // [units][1]
    private int count;

    /// @param inputShape `[channels, rows, columns]`, or `[features]`
    /// @param loss by which the network is trained
    /// @param most images at once
    ImageReader(Engine engine, Model.Network network, List<Integer> inputShape, Loss loss, int most) {
        Layer.Dense last = network.output();
        int layers = network.layers().size();
        this.fused = last.activation() == Activation.SOFTMAX && loss == Loss.CROSS_ENTROPY;
        this.output = fused ? last.withActivation(Activation.LINEAR) : last;
        this.evaluator = engine.evaluator(network.withLayer(layers - 1, output), inputShape);
        this.loss = loss;
        this.threshold = last.activation() == Activation.SIGMOID ? 0.5f : 0;
        this.width = Shapes.width(inputShape);
        this.most = most;
        this.inputs = new float[Math.multiplyExact(width, most)];
        this.scores = new float[Math.multiplyExact(last.units(), most)];
        this.outputs = new float[layers][];
        this.outputs[layers - 1] = scores;
        this.one = new float[last.units()][1];
    }

    /// Classes the network tells apart: one output tells two.
    int classes() {
        return Math.max(2, output.units());
    }

    /// Has the same image at the first `images` places.
    void fill(float[] image, int images) {
        for (int i = 0; i < width; i++) {
            Arrays.fill(inputs, i * images, (i + 1) * images, image[i]);
        }
    }

    /// Reads the first `images` of the inputs.
    ///
    /// @param parameters `[layout total]`
    void read(float[] parameters, int images) {
        count = images;
        evaluator.forward(parameters, inputs, images, outputs);
    }

    /// The class that the network says for an image: of several outputs the largest, the first of equal ones; of a single
    /// one class 1 above 1/2 after a sigmoid and above 0 otherwise; -1 if an output is not a number.
    int said(int image) {
        if (output.units() == 1) {
            return scores[image] > threshold ? 1 : scores[image] <= threshold ? 0 : -1;
        }
        int best = 0;
        for (int unit = 0; unit < output.units(); unit++) {
            if (Float.isNaN(score(unit, image))) {
                return -1;
            }
            best = score(unit, image) > score(best, image) ? unit : best;
        }
        return best;
    }

    /// The class with the greatest score but for one.
    int best(int image, int except) {
        if (output.units() == 1) {
            return 1 - except;
        }
        int best = except == 0 ? 1 : 0;
        for (int unit = best + 1; unit < output.units(); unit++) {
            best = unit != except && score(unit, image) > score(best, image) ? unit : best;
        }
        return best;
    }

    /// By how much a class's score is above the greatest other one.
    float margin(int image, int target) {
        if (output.units() == 1) {
            return target == 1 ? scores[image] - threshold : threshold - scores[image];
        }
        return score(target, image) - score(best(image, target), image);
    }

    /// @return `[classes]`, see [Shares]
    float[] probabilities(int image) {
        for (int unit = 0; unit < output.units(); unit++) {
            one[unit][0] = score(unit, image);
        }
        Shares.probabilities(one, 1, output, loss);
        float[] probabilities = new float[classes()];
        for (int k = 0; k < probabilities.length; k++) {
            probabilities[k] = one[Math.min(k, output.units() - 1)][0];
        }
        if (output.units() == 1) {
            probabilities[0] = 1 - probabilities[1];
        }
        return probabilities;
    }

    /// `-ln p` of a class, natural logarithm, at most 87.4 but where it follows from the scores of softmax: the
    /// cross-entropy loss of the one image.
    ///
    /// @param probabilities of the image
    double loss(int image, int label, float[] probabilities) {
        if (!fused) {
            return -Math.log(Math.max(probabilities[label], LEAST));
        }
        double top = score(said(image), image);
        double sum = 0;
        for (int unit = 0; unit < output.units(); unit++) {
            sum += Math.exp(score(unit, image) - top);
        }
        return Math.log(sum) + top - score(label, image);
    }

    private float score(int unit, int image) {
        return scores[unit * count + image];
    }
}

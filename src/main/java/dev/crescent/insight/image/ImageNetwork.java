package dev.crescent.insight.image;

import dev.crescent.engine.Engine;
import dev.crescent.engine.Evaluator;
import dev.crescent.engine.Shapes;
import dev.crescent.experiment.InvalidSettingException;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Model;
import dev.crescent.insight.Shares;
import java.util.List;

/// What every layer of a network gives out for one image, as often as the image changes. Used by one thread at a time.
public final class ImageNetwork {
    private final Model.Network network;
    private final Evaluator evaluator;
    private final List<List<Integer>> shapes;
    private final int width;
    private final float[][] activations; // [layer][unit]
    private final float[][] last; // [layer][unit], null but for the last layer

    /// @param inputShape `[channels, rows, columns]`, or `[features]`
    /// @throws InvalidSettingException if a layer does not fit what comes into it
    public ImageNetwork(Engine engine, Model.Network network, List<Integer> inputShape) {
        this.network = network;
        this.shapes = Shapes.of(network, inputShape);
        this.width = Shapes.width(inputShape);
        this.evaluator = engine.evaluator(network, inputShape);
        this.activations = shapes.stream().map(shape -> new float[Shapes.width(shape)]).toArray(float[][]::new);
        this.last = new float[activations.length][];
        this.last[last.length - 1] = activations[last.length - 1];
    }

    /// The shape of what each layer gives out, in order: `[units]`, or `[channels, rows, columns]`.
    public List<List<Integer>> shapes() {
        return shapes;
    }

    /// What every unit of every layer gives out, in evaluation mode.
    ///
    /// @param parameters `[layout total]`
    /// @param image `[inputs]`, scaled as the data's inputs; an image channel by channel, line by line
    /// @return `[layer][unit]`, each layer in the order of its shape; overwritten by the next call
    /// @throws IllegalArgumentException if the image has another size
    public float[][] activations(float[] parameters, float[] image) {
        require(image);
        evaluator.forward(parameters, image, 1, activations);
        return activations;
    }

    /// What the last layer alone gives out.
    ///
    /// @param parameters `[layout total]`
    /// @param image as in [#activations]
    /// @return `[unit]`; overwritten by the next call
    /// @throws IllegalArgumentException if the image has another size
    public float[] outputs(float[] parameters, float[] image) {
        require(image);
        evaluator.forward(parameters, image, 1, last);
        return last[last.length - 1];
    }

    /// Outputs as a user reads them, see [Shares].
    ///
    /// @param outputs what [#outputs] gave, not changed
    /// @param loss by which the network is trained
    /// @return one probability a class; of a single output those of the classes 0 and 1
    public float[] probabilities(float[] outputs, Loss loss) {
        float[][] values = new float[outputs.length][1];
        for (int unit = 0; unit < outputs.length; unit++) {
            values[unit][0] = outputs[unit];
        }
        Shares.probabilities(values, 1, network.output(), loss);
        if (outputs.length == 1) {
            return new float[] {1 - values[0][0], values[0][0]};
        }
        float[] probabilities = new float[outputs.length];
        for (int unit = 0; unit < outputs.length; unit++) {
            probabilities[unit] = values[unit][0];
        }
        return probabilities;
    }

    private void require(float[] image) {
        if (image.length != width) {
            throw new IllegalArgumentException("image: must have " + width + " numbers, has " + image.length);
        }
    }
}

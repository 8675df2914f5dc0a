package dev.crescent.insight.image;

import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.Shapes;
import dev.crescent.experiment.InvalidSettingException;
import dev.crescent.experiment.Model;
import java.util.ArrayList;
import java.util.List;

/// How much each pixel of one image moves a network's scores: their gradient by the inputs, in evaluation mode, by one
/// pass forward and one back. Arithmetic is double.
///
/// A score is what the last layer's unit gives out, and where that layer is softmax what softmax sees, its logit. A step
/// activation lets no gradient through. Used by one thread at a time.
public final class InputGradient {
    private final List<LayerPass> passes; // in the order of the layers
    private final Signal first;
    private final Signal last;

    /// @param inputShape `[channels, rows, columns]`, or `[features]`
    /// @throws InvalidSettingException if a layer does not fit what comes into it
    public InputGradient(Model.Network network, List<Integer> inputShape) {
        ParameterLayout layout = ParameterLayout.of(network, inputShape);
        List<List<Integer>> shapes = Shapes.of(network, inputShape);
        this.first = new Signal(Shapes.width(inputShape));
        this.passes = new ArrayList<>();
        Signal signal = first;
        for (int i = 0; i < shapes.size(); i++) {
            List<Integer> shape = i == 0 ? inputShape : shapes.get(i - 1);
            LayerPass.of(network.layers().get(i), i, shape, layout, signal).ifPresent(passes::add);
            signal = passes.isEmpty() ? first : passes.getLast().out;
        }
        this.last = signal;
    }

    /// How many scores there are: the last layer's units.
    public int outputs() {
        return last.values().length;
    }

    /// The scores of an image.
    ///
    /// @param parameters `[layout total]`
    /// @param image `[inputs]`, scaled as the data's inputs; channel by channel, line by line
    /// @return `[outputs]`
    /// @throws IllegalArgumentException if the image has another size
    public double[] scores(float[] parameters, float[] image) {
        forward(parameters, image);
        return last.values().clone();
    }

    /// The gradient of one score by every input.
    ///
    /// @param parameters `[layout total]`
    /// @param image as in [#scores]
    /// @param output number of a unit of the last layer
    /// @return `[inputs]`, score per input
    /// @throws IllegalArgumentException if the image has another size
    public float[] of(float[] parameters, float[] image, int output) {
        double[] weights = new double[outputs()];
        weights[output] = 1;
        return of(parameters, image, weights);
    }

    /// The gradient of a weighted sum of the scores by every input: with weights 1 and -1 that of a difference.
    ///
    /// @param parameters `[layout total]`
    /// @param image as in [#scores]
    /// @param weights `[outputs]`
    /// @return `[inputs]`, score per input
    /// @throws IllegalArgumentException if the image or the weights have another size
    public float[] of(float[] parameters, float[] image, double[] weights) {
        if (weights.length != outputs()) {
            throw new IllegalArgumentException("weights: must be one for each of " + outputs() + " outputs, are "
                    + weights.length);
        }
        forward(parameters, image);
        return backward(parameters, weights);
    }

    /// After [#forward].
    float[] backward(float[] parameters, double[] weights) {
        System.arraycopy(weights, 0, last.slopes(), 0, weights.length);
        for (LayerPass pass : passes.reversed()) {
            pass.backward(parameters);
        }
        float[] gradient = new float[first.slopes().length];
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = (float) first.slopes()[i];
        }
        return gradient;
    }

    /// @return the scores, `[outputs]`; overwritten by the next pass
    double[] forward(float[] parameters, float[] image) {
        if (image.length != first.values().length) {
            throw new IllegalArgumentException("image: must have " + first.values().length + " numbers, has "
                    + image.length);
        }
        for (int i = 0; i < image.length; i++) {
            first.values()[i] = image[i];
        }
        for (LayerPass pass : passes) {
            pass.forward(parameters);
        }
        return last.values();
    }
}

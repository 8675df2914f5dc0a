package dev.crescent.insight.image;

import dev.crescent.experiment.InvalidSettingException;
import dev.crescent.experiment.Model;
import java.util.Arrays;
import java.util.List;

/// Which ink speaks for what a network reads: gradient times pixel, as [InputGradient] has the gradient.
///
/// The gradient is that of the winner's score less the mean of the others'. Softmax does not see what raises all scores
/// alike, and a map of the winner's own score would show that too. A single output is taken as it is. Blank paper says
/// nothing, its product is 0. To first order the map's sum is how much the difference of scores owes to the ink. Source: Simonyan et al. 2013 and Shrikumar
/// et al. 2016. Used by one thread at a time.
public final class Saliency {
    private final InputGradient gradient;
    private final ImageShape shape;

    /// @param inputShape `[channels, rows, columns]`
    /// @throws IllegalArgumentException if it is another shape
    /// @throws InvalidSettingException if a layer does not fit what comes into it
    public Saliency(Model.Network network, List<Integer> inputShape) {
        this.shape = ImageShape.of(inputShape);
        this.gradient = new InputGradient(network, inputShape);
    }

    /// The map of one image.
    ///
    /// @param parameters `[layout total]`
    /// @param image `[inputs]`, scaled as the data's inputs, paper 0; channel by channel, line by line
    /// @throws IllegalArgumentException if the image has another size
    public SaliencyMap of(float[] parameters, float[] image) {
        shape.require(image);
        double[] scores = gradient.forward(parameters, image);
        int winner = winner(scores);
        float[] products = new float[shape.pixels()];
        if (winner >= 0) {
            float[] slopes = gradient.backward(parameters, weights(scores.length, winner));
            for (int i = 0; i < image.length; i++) {
                products[i % products.length] += slopes[i] * image[i];
            }
        }
        return new SaliencyMap(winner, shape.lines(products));
    }

    private static int winner(double[] scores) {
        int winner = 0;
        for (int k = 0; k < scores.length; k++) {
            if (Double.isNaN(scores[k])) {
                return -1;
            }
            winner = scores[k] > scores[winner] ? k : winner;
        }
        return winner;
    }

    /// A single output has no others.
    private static double[] weights(int outputs, int winner) {
        double[] weights = new double[outputs];
        Arrays.fill(weights, outputs == 1 ? 0 : -1.0 / (outputs - 1));
        weights[winner] = 1;
        return weights;
    }
}

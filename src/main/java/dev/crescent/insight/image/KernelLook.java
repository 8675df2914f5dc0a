package dev.crescent.insight.image;

import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.Shapes;
import dev.crescent.experiment.Layer;
import java.util.Arrays;
import java.util.List;

/// What one pixel of a convolution was computed from: patch times kernel, summed over all input channels. Immutable by
/// convention: nobody writes into the arrays.
///
/// @param patch `[kernel][kernel]` of the input channel with the largest part, 0 outside the image
/// @param kernel `[kernel][kernel]` for that channel
/// @param channel which it is, from 0
/// @param part that channel's sum of products
/// @param bias 0 without one
/// @param sum of all channels' products, without bias
public record KernelLook(float[] patch, float[] kernel, int channel, double part, double bias, double sum) {
    /// Looks at one pixel.
    ///
    /// @param inputShape `[channels, rows, columns]` of what the layer sees
    /// @param input that, in the order of its shape
    /// @param filter which of the layer's maps, from 0
    /// @param row of the pixel in the map
    /// @param column likewise
    public static KernelLook at(Layer.Conv conv, ParameterLayout.Slice slice, float[] parameters, List<Integer> inputShape,
            float[] input, int filter, int row, int column) {
        int side = conv.kernel();
        int channels = inputShape.get(0);
        double sum = 0;
        double part = 0;
        int most = -1;
        for (int channel = 0; channel < channels; channel++) {
            float[] patch = patch(conv, inputShape, input, channel, row, column);
            int from = slice.weightOffset() + (filter * channels + channel) * side * side;
            double products = 0;
            for (int i = 0; i < patch.length; i++) {
                products += (double) patch[i] * parameters[from + i];
            }
            sum += products;
            if (most < 0 || Math.abs(products) > Math.abs(part)) {
                part = products;
                most = channel;
            }
        }
        int from = slice.weightOffset() + (filter * channels + most) * side * side;
        return new KernelLook(patch(conv, inputShape, input, most, row, column),
                Arrays.copyOfRange(parameters, from, from + side * side), most, part,
                slice.biasCount() == 0 ? 0 : parameters[slice.biasOffset() + filter], sum);
    }

    private static float[] patch(Layer.Conv conv, List<Integer> shape, float[] input, int channel, int row, int column) {
        int side = conv.kernel();
        int rows = shape.get(1);
        int columns = shape.get(2);
        int top = row * conv.stride() - Shapes.before(conv);
        int left = column * conv.stride() - Shapes.before(conv);
        float[] patch = new float[side * side];
        for (int i = Math.max(0, -top); i < Math.min(side, rows - top); i++) {
            for (int j = Math.max(0, -left); j < Math.min(side, columns - left); j++) {
                patch[i * side + j] = input[(channel * rows + top + i) * columns + left + j];
            }
        }
        return patch;
    }
}

package dev.crescent.ui.digits;

/// How one pixel of a convolution's map was computed: patch times kernel, summed up over all channels.
///
/// @param patch `[rows][columns]` of the input channel with the largest part
/// @param kernel `[rows][columns]` for that channel
/// @param channel which input channel it is, from 0
/// @param channels how many input channels are summed
/// @param bias added to the sum
/// @param sum of all channels' products, without bias
/// @param output what the layer says there, after bias and activation
public record Loupe(float[] patch, float[] kernel, int rows, int columns, int channel, int channels, double bias,
                    double sum, double output) {
    /// @throws IllegalArgumentException if patch and kernel are not of the given size
    public Loupe {
        if (patch.length != rows * columns || kernel.length != rows * columns) {
            throw new IllegalArgumentException("A loupe of " + rows + " x " + columns + " needs as many numbers of patch and "
                    + "kernel, not " + patch.length + " and " + kernel.length);
        }
    }
}

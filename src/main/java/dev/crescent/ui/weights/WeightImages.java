package dev.crescent.ui.weights;

import dev.crescent.engine.ParameterLayout;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A layer's weights over an image, as images: the kernels of a convolution, a dense unit's template. Of several channels
/// each unit is a row, else the units fill a sheet.
///
/// @param rows of one image
record WeightImages(int units, int channels, int rows, int columns) {
    /// A sheet is wider than high.
    private static final double WIDE = 1.6;

    /// @param before what comes into the layer, `[features]` or `[channels, rows, columns]`
    /// @return empty if the weights lie over no image, or over single pixels
    static Optional<WeightImages> of(ParameterLayout.Slice slice, List<Integer> before) {
        List<Integer> shape = slice.weightShape();
        boolean over = shape.size() == 2 && before.size() == 3;
        if (shape.size() != 4 && !over) {
            return Optional.empty();
        }
        List<Integer> image = over ? before : shape.subList(1, 4);
        return image.get(1) * image.get(2) == 1 ? Optional.empty()
                : Optional.of(new WeightImages(shape.getFirst(), image.get(0), image.get(1), image.get(2)));
    }

    /// The images beside each other, a cell apart.
    ///
    /// @param parameters from `offset` on, `[unit][channel][row][column]`
    WeightMatrix tiled(String title, float[] parameters, int offset) {
        int images = units * channels;
        int perRow = channels > 1 ? channels : (int) Math.min(units, Math.ceil(Math.sqrt(WIDE * units)));
        int width = perRow * (columns + 1) - 1;
        int height = Math.ceilDiv(images, perRow) * (rows + 1) - 1;
        float[] cells = new float[width * height];
        Arrays.fill(cells, Float.NaN);
        for (int image = 0; image < images; image++) {
            int top = image / perRow * (rows + 1);
            int left = image % perRow * (columns + 1);
            for (int row = 0; row < rows; row++) {
                System.arraycopy(parameters, offset + (image * rows + row) * columns, cells, (top + row) * width + left, columns);
            }
        }
        return new WeightMatrix(title, height, width, List.of(), cells, new float[0], true);
    }
}

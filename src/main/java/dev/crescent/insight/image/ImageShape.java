package dev.crescent.insight.image;

import java.util.List;

/// The shape of an image whose numbers lie channel by channel, line by line.
record ImageShape(int channels, int rows, int columns) {
    /// @param shape `[channels, rows, columns]`
    /// @throws IllegalArgumentException if the shape is another
    static ImageShape of(List<Integer> shape) {
        if (shape.size() != 3) {
            throw new IllegalArgumentException("inputShape: must be [channels, rows, columns], is " + shape
                    + "; use data of images, or give the table a shape");
        }
        return new ImageShape(shape.get(0), shape.get(1), shape.get(2));
    }

    /// Places of a channel.
    int pixels() {
        return rows * columns;
    }

    /// Numbers of an image.
    int width() {
        return channels * pixels();
    }

    /// @throws IllegalArgumentException if the image has another size
    void require(float[] image) {
        if (image.length != width()) {
            throw new IllegalArgumentException("image: must have " + width() + " numbers, one for each of "
                    + channels + " x " + rows + " x " + columns + ", has " + image.length);
        }
    }

    /// One number a place, line by line, as `[rows][columns]`.
    float[][] lines(float[] places) {
        float[][] lines = new float[rows][columns];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(places, row * columns, lines[row], 0, columns);
        }
        return lines;
    }
}

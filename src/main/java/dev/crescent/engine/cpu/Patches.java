package dev.crescent.engine.cpu;

import static dev.crescent.engine.cpu.Panels.LANES;
import static dev.crescent.engine.cpu.Panels.SAMPLES;
import static dev.crescent.engine.cpu.Panels.SPECIES;

import jdk.incubator.vector.FloatVector;

/// What a filter sees of an image with its border at each of its places: `kernel` lines of every channel.
final class Patches {
    final Border image;
    final int kernel;
    final int stride;
    final int outRows;
    final int outColumns;

    Patches(Border image, int kernel, int stride, int outRows, int outColumns) {
        this.image = image;
        this.kernel = kernel;
        this.stride = stride;
        this.outRows = outRows;
        this.outColumns = outColumns;
    }

    /// Where in the image's array a line of a patch begins.
    int line(int panel, int channel, int row, int outRow, int outColumn) {
        int line = channel * image.rows + outRow * stride + row;
        return (panel * image.pitch + line * image.columns + outColumn * stride) * SAMPLES;
    }

    /// Copies the patch at a place side by side, `[channels * kernel * kernel][16]` from `start` on.
    void gather(int panel, int pixel, float[] to, int start) {
        int at = start;
        for (int channel = 0; channel < image.channels; channel++) {
            for (int row = 0; row < kernel; row++) {
                int from = line(panel, channel, row, pixel / outColumns, pixel % outColumns);
                copy(image.values, from, to, at, kernel * SAMPLES);
                at += kernel * SAMPLES;
            }
        }
    }

    /// Adds to the image's delta at a place.
    ///
    /// @param patch from `start` on
    void scatter(float[] patch, int start, int panel, int pixel) {
        int at = start;
        for (int channel = 0; channel < image.channels; channel++) {
            for (int row = 0; row < kernel; row++) {
                int to = line(panel, channel, row, pixel / outColumns, pixel % outColumns);
                add(patch, at, image.delta, to, kernel * SAMPLES);
                at += kernel * SAMPLES;
            }
        }
    }

    private static void copy(float[] from, int start, float[] to, int offset, int count) {
        for (int i = 0; i < count; i += LANES) {
            FloatVector.fromArray(SPECIES, from, start + i).intoArray(to, offset + i);
        }
    }

    private static void add(float[] from, int start, float[] to, int offset, int count) {
        for (int i = 0; i < count; i += LANES) {
            FloatVector.fromArray(SPECIES, to, offset + i).add(FloatVector.fromArray(SPECIES, from, start + i))
                    .intoArray(to, offset + i);
        }
    }
}

package dev.crescent.data.digits;

import java.util.SplittableRandom;

/// Writes a digit's image again as another hand would have written it: shifted, turned, slanted, larger or smaller, bent,
/// with a thinner or thicker pen.
///
/// Elastic bending after Simard, Steinkraus and Platt, "Best practices for convolutional neural networks applied to visual
/// document analysis", 2003; here by a cubic net of random shifts instead of smoothed noise.
final class Distortion {
    private static final int SIDE = Centering.SIDE;
    /// Points of the net of shifts, along each side.
    private static final int NET = 6;
    private static final double MIDDLE = (SIDE - 1) / 2.0;
    /// White of an image.
    private static final float WHITE = 255;

    private final SplittableRandom random;
    private final float[] bent = new float[SIDE * SIDE];
    private final double[] shiftX = new double[NET * NET];
    private final double[] shiftY = new double[NET * NET];

    Distortion(SplittableRandom random) {
        this.random = random;
    }

    /// Distorts one image.
    ///
    /// @param ink `[28][28]` from `from` on, 0 to 255
    /// @param into receives `[28][28]`, 0 to 255, from `at` on
    void apply(float[] ink, int from, float[] into, int at) {
        bend(ink, from);
        if (random.nextDouble() < 0.6) {
            changePen();
        }
        for (int i = 0; i < SIDE * SIDE; i++) {
            into[at + i] = 0;
        }
        if (random.nextDouble() < 0.7) {
            CenterOfMass.center(bent, SIDE, SIDE, into, at);
        } else {
            System.arraycopy(bent, 0, into, at, SIDE * SIDE);
        }
    }

    /// Looks for each pixel where it came from.
    private void bend(float[] ink, int from) {
        double turn = Math.toRadians(7 * random.nextGaussian());
        double slant = 0.13 * random.nextGaussian();
        double scale = Math.exp(0.09 * random.nextGaussian());
        double aspect = Math.exp(0.07 * random.nextGaussian());
        double cos = Math.cos(turn);
        double sin = Math.sin(turn);
        double right = 0.8 * random.nextGaussian();
        double down = 0.8 * random.nextGaussian();
        double strength = 0.9 * Math.abs(random.nextGaussian());
        for (int i = 0; i < NET * NET; i++) {
            shiftX[i] = strength * random.nextGaussian();
            shiftY[i] = strength * random.nextGaussian();
        }
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                double x = (column - MIDDLE) / (scale * aspect);
                double y = (row - MIDDLE) * aspect / scale;
                x += slant * y;
                double fromX = cos * x + sin * y + MIDDLE - right + between(shiftX, row, column);
                double fromY = -sin * x + cos * y + MIDDLE - down + between(shiftY, row, column);
                bent[row * SIDE + column] = at(ink, from, fromX, fromY);
            }
        }
    }

    /// The net of shifts at a pixel, by uniform cubic B-splines: smooth without kinks.
    private static double between(double[] net, int row, int column) {
        double y = row * (NET - 3.0) / SIDE;
        double x = column * (NET - 3.0) / SIDE;
        int top = (int) y;
        int left = (int) x;
        double sum = 0;
        for (int j = 0; j < 4; j++) {
            double weight = basis(j, y - top);
            for (int i = 0; i < 4; i++) {
                sum += weight * basis(i, x - left) * net[(top + j) * NET + left + i];
            }
        }
        return 2 * sum;
    }

    private static double basis(int place, double t) {
        return switch (place) {
            case 0 -> (1 - t) * (1 - t) * (1 - t) / 6;
            case 1 -> (3 * t * t * t - 6 * t * t + 4) / 6;
            case 2 -> (-3 * t * t * t + 3 * t * t + 3 * t + 1) / 6;
            default -> t * t * t / 6;
        };
    }

    /// A pixel between pixels, bilinear; paper outside.
    private static float at(float[] ink, int from, double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        double u = x - left;
        double v = y - top;
        return (float) ((1 - v) * ((1 - u) * pixel(ink, from, top, left) + u * pixel(ink, from, top, left + 1))
                + v * ((1 - u) * pixel(ink, from, top + 1, left) + u * pixel(ink, from, top + 1, left + 1)));
    }

    private static float pixel(float[] ink, int from, int row, int column) {
        boolean inside = row >= 0 && row < SIDE && column >= 0 && column < SIDE;
        return inside ? ink[from + row * SIDE + column] : 0;
    }

    /// A blurred image cut at another grey than its middle has thinner or thicker strokes.
    private void changePen() {
        double middle = Math.clamp(0.5 + 0.16 * random.nextGaussian(), 0.25, 0.66);
        // Paper stays paper and ink ink.
        double softness = Math.min(0.35 + 0.5 * random.nextDouble(), 2 * Math.min(middle, 1 - middle));
        float[] soft = new float[SIDE * SIDE];
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                float sum = 4 * pixel(bent, 0, row, column);
                for (int side = -1; side <= 1; side += 2) {
                    sum += 2 * (pixel(bent, 0, row + side, column) + pixel(bent, 0, row, column + side));
                    sum += pixel(bent, 0, row + side, column + side) + pixel(bent, 0, row + side, column - side);
                }
                soft[row * SIDE + column] = sum / 16;
            }
        }
        for (int i = 0; i < soft.length; i++) {
            bent[i] = WHITE * (float) Math.clamp((soft[i] / WHITE - middle) / softness + 0.5, 0.0, 1.0);
        }
    }
}

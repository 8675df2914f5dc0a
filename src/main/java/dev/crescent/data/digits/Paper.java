package dev.crescent.data.digits;

import java.util.Arrays;

/// The shade of the paper behind a digit, and how far each pixel departs from it.
final class Paper {
    /// Of the shorter side: how wide the border is, and how far around a pixel its paper is looked for.
    private static final int BORDER = 16;
    private static final int AROUND = 5;
    private static final int ROUNDS = 3;
    /// In the fit of the border's plane, what departs from it by so many median deviations is no paper.
    private static final double OUTLIER = 3;

    private Paper() {}

    /// How much ink departs from the paper behind it, in grey values: about 0 for paper, above for ink, whichever of the
    /// two is the darker.
    ///
    /// @param grey `[rows][columns]`
    /// @return `[rows][columns]`
    static float[] depth(float[] grey, int rows, int columns) {
        float[] flat = withoutPlane(grey, rows, columns);
        int radius = Math.max(1, Math.min(rows, columns) / AROUND);
        float[] depth = minus(flat, LocalMean.smooth(flat, rows, columns, radius));
        if (inkIsDarker(depth)) {
            negate(flat);
            negate(depth);
        }
        float[] paper = new float[flat.length];
        for (int round = 0; round < ROUNDS; round++) {
            double ink = Photo.Threshold.of(depth).value();
            for (int i = 0; i < paper.length; i++) {
                paper[i] = depth[i] < ink ? 1 : 0;
            }
            depth = minus(flat, LocalMean.weighted(flat, paper, rows, columns, radius));
        }
        return depth;
    }

    /// Ink is little, but far from the paper: cubes weigh that.
    private static boolean inkIsDarker(float[] depth) {
        double cubes = 0;
        for (float value : depth) {
            cubes += (double) value * value * value;
        }
        return cubes < 0;
    }

    private static void negate(float[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = -values[i];
        }
    }

    private static float[] minus(float[] values, float[] others) {
        float[] difference = new float[values.length];
        for (int i = 0; i < difference.length; i++) {
            difference[i] = values[i] - others[i];
        }
        return difference;
    }

    /// The image less the plane `c0 + c1 column + c2 row` that fits most of its border.
    private static float[] withoutPlane(float[] grey, int rows, int columns) {
        int width = Math.max(1, Math.min(rows, columns) / BORDER);
        int[] border = border(rows, columns, width);
        double[] plane = {median(border, i -> grey[i]), 0, 0};
        for (int round = 0; round <= ROUNDS; round++) {
            double[] last = plane;
            double most = round == 0 ? Double.POSITIVE_INFINITY
                    : 1 + OUTLIER * median(border, i -> Math.abs(grey[i] - at(last, i, rows, columns)));
            int[] kept = Arrays.stream(border).filter(i -> Math.abs(grey[i] - at(last, i, rows, columns)) <= most).toArray();
            plane = fit(grey, kept, rows, columns);
        }
        float[] flat = new float[grey.length];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = (float) (grey[i] - at(plane, i, rows, columns));
        }
        return flat;
    }

    private static int[] border(int rows, int columns, int width) {
        int[] places = new int[rows * columns];
        int count = 0;
        for (int i = 0; i < places.length; i++) {
            int row = i / columns;
            int column = i % columns;
            if (Math.min(Math.min(row, rows - 1 - row), Math.min(column, columns - 1 - column)) < width) {
                places[count++] = i;
            }
        }
        return Arrays.copyOf(places, count);
    }

    private interface Values {
        double at(int place);
    }

    private static double median(int[] places, Values values) {
        double[] sorted = new double[places.length];
        Arrays.setAll(sorted, i -> values.at(places[i]));
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double at(double[] plane, int place, int rows, int columns) {
        return plane[0] + plane[1] * across(place % columns, columns) + plane[2] * across(place / columns, rows);
    }

    /// -1 to 1 along a side.
    private static double across(int place, int count) {
        return count == 1 ? 0 : 2.0 * place / (count - 1) - 1;
    }

    /// Least squares.
    private static double[] fit(float[] grey, int[] places, int rows, int columns) {
        double[][] normal = new double[3][4]; // [equation][coefficients, right side]
        for (int place : places) {
            double[] terms = {1, across(place % columns, columns), across(place / columns, rows), grey[place]};
            for (int e = 0; e < 3; e++) {
                for (int c = 0; c < 4; c++) {
                    normal[e][c] += terms[e] * terms[c];
                }
            }
        }
        // What no sample tells, as in an image of one row, is 0.
        for (int e = 0; e < 3; e++) {
            normal[e][e] += 1e-9 * (places.length + 1.0);
        }
        return solved(normal);
    }

    /// Gauss-Jordan elimination; the matrix is positive definite and needs no pivoting.
    private static double[] solved(double[][] equations) {
        for (int e = 0; e < 3; e++) {
            for (int other = 0; other < 3; other++) {
                double factor = other == e ? 0 : equations[other][e] / equations[e][e];
                for (int c = 0; c < 4; c++) {
                    equations[other][c] -= factor * equations[e][c];
                }
            }
        }
        return new double[] {equations[0][3] / equations[0][0], equations[1][3] / equations[1][1],
            equations[2][3] / equations[2][2]};
    }
}

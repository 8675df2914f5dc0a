package dev.crescent.data.digits;

/// Moves ink by whole pixels so that its center of mass lies in the middle, as MNIST's images have it.
final class CenterOfMass {
    private CenterOfMass() {}

    /// Copies an image into a [Centering#SIDE] x [Centering#SIDE] one, its center of mass at most half a pixel from the
    /// pixel in row and column 14, counted from 0. Ink that would lie outside is lost. Without ink nothing is written.
    ///
    /// @param ink `[rows][columns]`, 0 or more
    /// @param into receives the image from `at` on, over zeros
    static void center(float[] ink, int rows, int columns, float[] into, int at) {
        double mass = 0;
        double sumRow = 0;
        double sumColumn = 0;
        for (int i = 0; i < rows * columns; i++) {
            mass += ink[i];
            sumRow += (double) ink[i] * (i / columns);
            sumColumn += (double) ink[i] * (i % columns);
        }
        if (mass == 0) {
            return;
        }
        int down = (int) Math.rint(Centering.SIDE / 2 - sumRow / mass);
        int right = (int) Math.rint(Centering.SIDE / 2 - sumColumn / mass);
        int from = Math.max(0, -right);
        int length = Math.min(columns, Centering.SIDE - right) - from;
        for (int row = Math.max(0, -down); row < Math.min(rows, Centering.SIDE - down); row++) {
            System.arraycopy(ink, row * columns + from, into, at + (row + down) * Centering.SIDE + from + right, length);
        }
    }
}

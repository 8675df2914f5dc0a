package dev.crescent.data.digits;

/// Where the ink of an image of 28 x 28 pixels lies.
///
/// @param sum of all pixels, 1 for a pixel full of ink
/// @param row of the center of mass, likewise `column`
/// @param longerSide rows or columns with ink that can be seen, whichever are more
record Ink(double sum, double row, double column, int longerSide, float least, float most) {
    private static final float SEEN = 20;

    static Ink of(float[] image) {
        double sum = 0;
        double rows = 0;
        double columns = 0;
        float least = image[0];
        float most = image[0];
        boolean[] seenRow = new boolean[28];
        boolean[] seenColumn = new boolean[28];
        for (int i = 0; i < 784; i++) {
            sum += image[i];
            rows += (double) image[i] * (i / 28);
            columns += (double) image[i] * (i % 28);
            least = Math.min(least, image[i]);
            most = Math.max(most, image[i]);
            seenRow[i / 28] |= image[i] > SEEN;
            seenColumn[i % 28] |= image[i] > SEEN;
        }
        return new Ink(sum / 255, rows / sum, columns / sum, Math.max(reach(seenRow), reach(seenColumn)), least, most);
    }

    private static int reach(boolean[] seen) {
        int first = -1;
        int last = -2;
        for (int i = 0; i < seen.length; i++) {
            if (seen[i]) {
                first = first < 0 ? i : first;
                last = i;
            }
        }
        return last + 1 - first;
    }
}

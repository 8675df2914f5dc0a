package dev.crescent.ui.digits;

import java.util.Arrays;

/// Which images are of which class, found once, and what each class looks like on average.
///
/// @param all `[images]` 0, 1, 2, ...
/// @param ofClass `[classes][]` the images of each class in order
record ImageIndex(int[] all, int[][] ofClass) {
    /// So many images of a class give its mean as well as all of them.
    static final int ENOUGH = 500;

    static ImageIndex of(Images images, int classes) {
        int[] sizes = new int[classes];
        int[] all = new int[images.count()];
        for (int i = 0; i < all.length; i++) {
            all[i] = i;
            sizes[images.label(i)]++;
        }
        int[][] ofClass = new int[classes][];
        for (int k = 0; k < classes; k++) {
            ofClass[k] = new int[sizes[k]];
        }
        Arrays.fill(sizes, 0);
        for (int i = 0; i < all.length; i++) {
            int k = images.label(i);
            ofClass[k][sizes[k]++] = i;
        }
        return new ImageIndex(all, ofClass);
    }

    /// The images of a class, or all for a negative one.
    int[] filtered(int k) {
        return k < 0 ? all : ofClass[k];
    }

    /// The mean of the first [#ENOUGH] images of a class; zeros if it has none.
    float[] mean(Images images, int k, int pixels) {
        float[] mean = new float[pixels];
        float[] one = new float[pixels];
        int count = Math.min(ENOUGH, ofClass[k].length);
        for (int i = 0; i < count; i++) {
            images.pixels(ofClass[k][i], one);
            for (int p = 0; p < pixels; p++) {
                mean[p] += one[p] / count;
            }
        }
        return mean;
    }
}

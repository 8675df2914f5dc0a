package dev.crescent.engine.cpu;

import static dev.crescent.engine.cpu.Panels.SAMPLES;
import static dev.crescent.engine.cpu.Panels.WIDE;

import java.util.Arrays;

/// The sums of few filters, and the gradient by what they see, where a row of sixteen is a single vector: two panels at
/// once, read and added to where they lie in the image.
final class DirectConvolution {
    /// More filters read a patch so often that copying it side by side pays.
    private static final int MOST_FILTERS = 32;
    /// Of a patch, at most, that stay in the first-level cache for two panels while all filters pass by.
    private static final int COLUMNS = 144;
    /// Of shorter patches sums are read and written too often for what they gain. Below eight, a tile would hold the first
    /// number and what stands in for those missing at the end, see `patchAt`.
    private static final int LEAST_PATCH = 16;

    private final Patches patches;
    private final int patch;
    private final int pixels;
    // where the first place's sum of each filter lies, seen from the panel
    private final int[] filterAt;
    // where each number of a patch lies in the image, seen from its first
    private final int[] patchAt;

    /// @param filters at most as many as [#suits] says
    DirectConvolution(Patches patches, int filters) {
        Border image = patches.image;
        int kernel = patches.kernel;
        this.patches = patches;
        this.patch = image.channels * kernel * kernel;
        this.pixels = patches.outRows * patches.outColumns;
        this.filterAt = new int[Panels.rows(filters)];
        Arrays.setAll(filterAt, filter -> filter * pixels * SAMPLES);
        // Rows that a tile has beyond the patch add nothing to its first number, which is in another tile.
        this.patchAt = new int[Panels.rows(patch)];
        for (int i = 0; i < patch; i++) {
            patchAt[i] = patches.line(0, i / (kernel * kernel), i / kernel % kernel, 0, 0) + i % kernel * SAMPLES;
        }
    }

    /// Whether it is faster than copying patches, and can be.
    ///
    /// @param patch numbers that a filter sees at a place
    static boolean suits(int filters, int patch) {
        return WIDE && filters <= MOST_FILTERS && patch >= LEAST_PATCH;
    }

    /// Adds all filters' sums at all places.
    ///
    /// @param panels 1 or 2, from `panel` on
    /// @param weights `[filters][patch]` from `offset` on, with room for reading up to three filters more
    /// @param sums `[panels][rows][16]`
    void addSums(int panel, int panels, float[] weights, int offset, float[] sums, int rows) {
        int next = (panels - 1) * rows * SAMPLES;
        int nextImage = (panels - 1) * patches.image.pitch * SAMPLES;
        int most = Math.ceilDiv(patch, Math.ceilDiv(patch, COLUMNS));
        for (int pixel = 0; pixel < pixels; pixel++) {
            for (int column = 0; column < patch; column += most) {
                PlacedTiles.pairs(filterAt.length, sums, (panel * rows + pixel) * SAMPLES, filterAt, next, weights,
                        offset + column, patch, patches.image.values, place(panel, pixel), patchAt, column, nextImage,
                        Math.min(most, patch - column));
            }
        }
    }

    /// Adds to the image's delta.
    ///
    /// @param panels 1 or 2, from `panel` on
    /// @param transposed `[patch, up to a multiple of four, with zeros][filters]`: the weights
    /// @param delta by the sums, `[panels][rows][16]`
    void giveBack(int panel, int panels, float[] transposed, int filters, float[] delta, int rows) {
        int next = (panels - 1) * rows * SAMPLES;
        int nextImage = (panels - 1) * patches.image.pitch * SAMPLES;
        for (int pixel = 0; pixel < pixels; pixel++) {
            PlacedTiles.pairs(patchAt.length, patches.image.delta, place(panel, pixel), patchAt, nextImage, transposed, 0,
                    filters, delta, (panel * rows + pixel) * SAMPLES, filterAt, 0, next, filters);
        }
    }

    private int place(int panel, int pixel) {
        return patches.line(panel, 0, 0, pixel / patches.outColumns, pixel % patches.outColumns);
    }
}

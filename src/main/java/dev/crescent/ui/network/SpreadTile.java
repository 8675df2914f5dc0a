package dev.crescent.ui.network;

import dev.crescent.ui.theme.Palette;
import java.util.Arrays;
import javafx.scene.paint.Color;

/// Paints how a unit's outputs are spread, from its least on the left to its greatest on the right: bars stacked by class,
/// the highest as high as the tile allows.
final class SpreadTile {
    /// As those of the histograms beside the data.
    private static final double STRENGTH = 0.82;
    /// Of the tile, above the highest bar.
    private static final double HEADROOM = 0.1;
    /// Of the tile, on both sides, clear of its edge.
    private static final double MARGIN = 0.07;

    private SpreadTile() {}

    /// @param pixels `[height][width]`
    /// @param counts `[bin][class]`
    /// @param classes whether the parts of a bin are classes
    static void paint(int[] pixels, int width, int height, int[][] counts, Palette palette, boolean classes) {
        Color ground = palette.bgInset();
        Arrays.fill(pixels, Palette.argb(ground));
        int most = Arrays.stream(counts).mapToInt(bin -> Arrays.stream(bin).sum()).max().orElse(0);
        double unit = (1 - HEADROOM) * height / Math.max(1, most);
        int margin = (int) Math.round(MARGIN * width);
        for (int bin = 0; bin < counts.length; bin++) {
            int left = margin + bin * (width - 2 * margin) / counts.length;
            int right = margin + (bin + 1) * (width - 2 * margin) / counts.length;
            int below = 0;
            for (int k = 0; k < counts[bin].length; k++) {
                int color = Palette.argb(classes ? ground.interpolate(palette.classColor(k), STRENGTH) : palette.color("ghost"));
                int bottom = height - (int) Math.round(below * unit);
                below += counts[bin][k];
                int top = counts[bin][k] == 0 ? bottom : Math.min(bottom - 1, height - (int) Math.round(below * unit));
                for (int y = Math.max(0, top); y < bottom; y++) {
                    Arrays.fill(pixels, y * width + left, y * width + right, color);
                }
            }
        }
    }
}

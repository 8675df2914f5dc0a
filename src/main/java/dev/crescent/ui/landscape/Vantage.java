package dev.crescent.ui.landscape;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Finds from where most of a landscape's deepest ground is seen: that is where all paths lead to.
final class Vantage {
    /// Of the heights, from the lowest up, what is deep.
    private static final float DEEP = 0.2f;
    /// As much of the deep ground has to be seen, or the next place is tried.
    private static final double ENOUGH = 0.95;
    /// Less is too little, and by so much more another place must show.
    private static final double POOR = 0.55;
    private static final double MORE = 0.25;
    private static final double[] PITCHES = {Camera.HOME.pitch(), Math.toRadians(44), Math.toRadians(52),
        Math.toRadians(60)};
    /// Corners that differ by less are as high as each other.
    private static final double SAME = 0.05;
    /// Nodes of the relief from one that is looked at to the next.
    private static final int STRIDE = 4;
    private static final double TOUCHING = 0.005;

    private final Relief relief;
    private final float deepest;

    private Vantage(Relief relief) {
        this.relief = relief;
        float low = 1;
        float high = 0;
        for (float height : relief.heights()) {
            if (!Float.isNaN(height)) {
                low = Math.min(low, height);
                high = Math.max(high, height);
            }
        }
        deepest = low + DEEP * (high - low);
    }

    /// The whole landscape, turned by quarters from [Camera#HOME] with the highest corner behind if the deep ground is seen
    /// from there; else with the next one behind, and at last from higher up.
    static Camera of(Relief relief) {
        return new Vantage(relief).find();
    }

    /// A place from where much more of the deep ground is seen than from here; null where that is well seen already, or
    /// from nowhere.
    static @Nullable Camera better(Relief relief, Camera here) {
        Vantage vantage = new Vantage(relief);
        double seen = vantage.seen(here);
        if (seen >= POOR) {
            return null;
        }
        Camera found = vantage.find();
        return vantage.seen(found) > seen + MORE ? found : null;
    }

    private Camera find() {
        List<Integer> quarters = quarters();
        Camera best = Camera.HOME;
        double most = -1;
        for (double pitch : PITCHES) {
            for (int quarter : quarters) {
                Camera camera = new Camera(Camera.HOME.yaw() + quarter * Math.PI / 2, pitch, Camera.HOME.zoom());
                double seen = seen(camera);
                if (seen >= ENOUGH) {
                    return camera;
                }
                if (seen > most) {
                    most = seen;
                    best = camera;
                }
            }
        }
        return best;
    }

    /// Quarters by the height of the corner that they bring behind.
    private List<Integer> quarters() {
        // At home, the upper right corner is behind; each quarter brings the next one clockwise there.
        double[] heights = IntStream.range(0, 4).mapToDouble(k -> corner(k < 2, k == 0 || k == 3)).toArray();
        return IntStream.range(0, 4).boxed().sorted(Comparator.comparing((Integer k) -> -Math.round(heights[k] / SAME))).toList();
    }

    /// The mean height of a quarter of the plane; 0 without any.
    private double corner(boolean right, boolean upper) {
        int half = relief.side() / 2;
        double sum = 0;
        int count = 0;
        for (int row = 0; row < half; row++) {
            for (int column = 0; column < half; column++) {
                float height = height(upper ? row + half : row, right ? column + half : column);
                if (!Float.isNaN(height)) {
                    sum += height;
                    count++;
                }
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    private float height(int row, int column) {
        return relief.heights()[row * relief.side() + column];
    }

    /// How much of the deep ground nothing stands in front of, 0 to 1.
    private double seen(Camera camera) {
        int deep = 0;
        int seen = 0;
        for (int row = 0; row < relief.side(); row += STRIDE) {
            for (int column = 0; column < relief.side(); column += STRIDE) {
                if (height(row, column) <= deepest) {
                    deep++;
                    seen += isSeen(camera, row, column) ? 1 : 0;
                }
            }
        }
        return deep == 0 ? 1 : (double) seen / deep;
    }

    /// From far away, all lines of sight are parallel.
    private boolean isSeen(Camera camera, int row, int column) {
        double across = -Math.sin(camera.yaw());
        double up = -Math.cos(camera.yaw());
        double rise = Math.tan(camera.pitch()) / (relief.side() - 1);
        double from = Projection.HEIGHT * height(row, column) + TOUCHING;
        for (int step = 1; ; step++) {
            int r = (int) Math.round(row + step * up);
            int c = (int) Math.round(column + step * across);
            if (r < 0 || c < 0 || r >= relief.side() || c >= relief.side()) {
                return true;
            }
            if (Projection.HEIGHT * height(r, c) > from + step * rise) {
                return false;
            }
        }
    }
}

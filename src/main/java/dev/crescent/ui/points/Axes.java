package dev.crescent.ui.points;

import dev.crescent.data.Dataset;
import dev.crescent.data.PlaneFeatures;
import dev.crescent.insight.Region;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.Texts;
import java.util.List;
import java.util.Locale;

/// What the two coordinates of the plane are called, and how they are written.
///
/// @param x1 the name of the horizontal axis
/// @param x2 the name of the vertical axis
public record Axes(String x1, String x2) {
    /// The coordinates of points that are only points.
    public static final Axes PLAIN = new Axes(Texts.get("axis.x1"), Texts.get("axis.x2"));

    private static final List<String> PLAIN_NAMES = List.of("x1", "x2");

    /// A table's column names, or x1 and x2.
    public static Axes of(Dataset data) {
        PlaneFeatures plane = data.plane();
        return plane == null || plane.axes().equals(PLAIN_NAMES) ? PLAIN
                : new Axes(plane.axes().getFirst(), plane.axes().getLast());
    }

    /// Whether the names are words, not variables.
    boolean named() {
        return !equals(PLAIN);
    }

    static String x1(double value, Region region) {
        return written(value, region.width());
    }

    static String x2(double value, Region region) {
        return written(value, region.height());
    }

    /// As many decimals as tell places of a picture apart that shows `span`: at least two where they are small.
    private static String written(double value, double span) {
        double size = Math.log10(span);
        if (size >= 6 || size < -5) {
            return String.format(Locale.ROOT, "%.3e", value).replace("e+0", "e").replace("e+", "e").replace("e-0", "e-")
                    .replace('-', '\u2212');
        }
        return Numbers.fixed(value, (int) (size < 2 ? Math.max(2, Math.ceil(2 - size)) : size < 3 ? 1 : 0));
    }
}

package dev.crescent.insight.engines;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How fast all engines train networks that differ in one size. Immutable.
///
/// @param curves one an engine
/// @param complete whether all sizes were measured
public record SizeChart(Size size, List<SpeedCurve> curves, boolean complete) {
    public SizeChart {
        curves = List.copyOf(curves);
    }

    /// Where another engine becomes the fastest, by ascending size.
    public List<Crossing> crossings() {
        return Crossing.of(curves);
    }

    /// The id of the engine that is the fastest at the largest size; null before anything was measured.
    public @Nullable String fastest() {
        return Crossing.last(curves);
    }

    /// Whether that engine is the fastest at every size that was measured, or as good as that; without crossings it may still be
    /// slower at single sizes.
    public boolean isFastestEverywhere() {
        String id = fastest();
        return id != null && Crossing.leadsEverywhere(curves, id);
    }

    /// How many engines have been measured at all.
    public int contenders() {
        return (int) curves.stream().filter(curve -> !curve.points().isEmpty()).count();
    }
}

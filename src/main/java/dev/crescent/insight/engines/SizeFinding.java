package dev.crescent.insight.engines;

import java.util.List;

/// What is known of speeds by size so far. Immutable.
///
/// @param charts one a size
/// @param measured how often all engines were measured at some size
/// @param of how often they are to be
/// @param words what is made ready just now; empty for nothing
public record SizeFinding(List<SizeChart> charts, int measured, int of, String words) implements Finding {
    private static final double UNSTEADY = 2;

    public SizeFinding {
        charts = List.copyOf(charts);
    }

    /// Before anything was measured.
    public static SizeFinding none() {
        return new SizeFinding(List.of(new SizeChart(Size.WIDTH, List.of(), false),
                new SizeChart(Size.BATCH, List.of(), false)), 0, 1, "");
    }

    /// Whether rounds differ so much that something else must keep the machine busy: half of all speeds more than twofold.
    public boolean isUnsteady() {
        List<Double> spreads = charts.stream().flatMap(chart -> chart.curves().stream())
                .flatMap(curve -> curve.points().stream()).map(SpeedCurve.Point::spread).toList();
        return !spreads.isEmpty() && Medians.of(spreads) > UNSTEADY;
    }

    /// Whether all is measured.
    public boolean isOver() {
        return measured == of;
    }
}

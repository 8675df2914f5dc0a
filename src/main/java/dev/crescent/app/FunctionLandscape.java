package dev.crescent.app;

import dev.crescent.insight.Region;
import dev.crescent.insight.descent.FunctionGrid;
import dev.crescent.insight.descent.Minimum;
import dev.crescent.insight.descent.PlaneFunction;
import dev.crescent.ui.landscape.Landscape;
import dev.crescent.ui.landscape.LossScale;
import dev.crescent.ui.landscape.Surface;
import java.util.List;

/// The landscape of a function of two variables over its region.
///
/// @param floor the least value, from which heights are counted
record FunctionLandscape(Landscape landscape, double floor) {
    /// Nodes a side of the drawn surface.
    private static final int SIDE = 101;

    /// @param minima those known of it, the deepest first
    static FunctionLandscape of(PlaneFunction function, List<Minimum> minima) {
        Region region = function.region();
        FunctionGrid grid = FunctionGrid.of(function, region, SIDE - 1, SIDE - 1, minima);
        LossScale scale = LossScale.above(grid.floor(), grid.low(), grid.high());
        return new FunctionLandscape(new Landscape(surface(function, region), scale, List.of(), Double.NaN), grid.floor());
    }

    private static Surface surface(PlaneFunction function, Region region) {
        float[] values = new float[SIDE * SIDE];
        for (int i = 0; i < values.length; i++) {
            double value = function.value(region.x1Min() + i % SIDE / (SIDE - 1.0) * region.width(),
                    region.x2Min() + i / SIDE / (SIDE - 1.0) * region.height());
            values[i] = Double.isFinite(value) ? (float) value : Float.POSITIVE_INFINITY;
        }
        return new Surface(SIDE, values, region.x1Min(), region.x1Max(), region.x2Min(), region.x2Max());
    }
}

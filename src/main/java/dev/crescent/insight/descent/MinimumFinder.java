package dev.crescent.insight.descent;

import dev.crescent.insight.Region;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/// Finds the minima of a function of which none are known: walks down from a grid of starts and gathers the ends.
///
/// Ends that are close together with no higher ground between them count as one, so a whole valley floor of the same
/// height is one minimum. Ends that are not lower than what is around them, saddles and plains, do not count. A minimum
/// much narrower than the region / [#SIDE] may be missed.
public final class MinimumFinder {
    /// Starts a side.
    static final int SIDE = 33;
    /// More are not told apart by any color; the deepest are kept.
    static final int MOST = 256;
    /// How far from the region a minimum may lie, in regions.
    private static final double AROUND = 1.5;
    private static final int PROBES = 16;
    /// Ground no higher than this above two ends, as a share of the relief, does not part them: the chord between two
    /// points of a curved floor is a little higher than the floor.
    private static final double LEVEL = 1e-4;

    private final PlaneFunction function;
    private final Region region;
    private final double diagonal;
    /// The median height of the starts above the lowest: how much a difference in value means.
    private final double relief;

    private MinimumFinder(PlaneFunction function, Region region) {
        this.function = function;
        this.region = region;
        this.diagonal = Math.hypot(region.width(), region.height());
        this.relief = relief(function, region);
    }

    /// The minima in a region and a little around it, the deepest first; those of a [TestFunction] are known.
    ///
    /// @param stop is asked often; once it says true, what has been found is returned
    public static List<Minimum> of(PlaneFunction function, Region region, BooleanSupplier stop) {
        return switch (function) {
            case TestFunction known -> known.minima();
            case FormulaFunction _ -> new MinimumFinder(function, region).search(stop);
        };
    }

    private List<Minimum> search(BooleanSupplier stop) {
        Region around = region.zoomed(AROUND, middle(region.x1Min(), region.x1Max()), middle(region.x2Min(), region.x2Max()));
        Walk walk = new Walk(function, around, diagonal);
        List<Minimum> ends = new ArrayList<>();
        for (int i = 0; i < SIDE * SIDE && !stop.getAsBoolean(); i++) {
            walk.down(FunctionGrid.middle(region, SIDE, SIDE, i % SIDE, i / SIDE)).filter(this::isLow).ifPresent(ends::add);
        }
        ends.sort(order());
        return gathered(ends);
    }

    /// By depth, and from left to right and upwards where that is the same but for rounding.
    private Comparator<Minimum> order() {
        double unit = relief > 0 ? 1e-9 * relief : 1;
        return Comparator.<Minimum>comparingDouble(m -> Math.rint(m.value() / unit))
                .thenComparingDouble(m -> Math.rint(m.at().x() / (1e-6 * diagonal)))
                .thenComparingDouble(m -> Math.rint(m.at().y() / (1e-6 * diagonal)));
    }

    /// No point around is lower, and some are higher.
    private boolean isLow(Minimum end) {
        double distance = Basins.NEAR * diagonal / 4;
        double tiny = 1e-12 * (relief + Math.abs(end.value()));
        boolean higher = false;
        for (int i = 0; i < PROBES; i++) {
            double angle = 2 * Math.PI * (i + 0.5) / PROBES;
            double value = function.value(end.at().x() + distance * Math.cos(angle), end.at().y() + distance * Math.sin(angle));
            if (value < end.value() - tiny) {
                return false;
            }
            higher |= value > end.value() + tiny;
        }
        return higher;
    }

    private List<Minimum> gathered(List<Minimum> ends) {
        List<Minimum> different = new ArrayList<>();
        for (Minimum end : ends) {
            if (different.stream().noneMatch(m -> m.at().distance(end.at()) < Basins.NEAR * diagonal / 100)) {
                different.add(end);
            }
        }
        int[] group = new int[different.size()];
        Arrays.setAll(group, i -> i);
        for (int i = 0; i < group.length; i++) {
            for (int j = 0; j < i; j++) {
                if (group[i] != group[j] && isOneFloor(different.get(i), different.get(j))) {
                    join(group, group[i], group[j]);
                }
            }
        }
        return floors(different, group);
    }

    private static List<Minimum> floors(List<Minimum> different, int[] group) {
        List<Minimum> minima = new ArrayList<>();
        for (int i = 0; i < group.length && minima.size() < MOST; i++) {
            if (group[i] == i) { // the first of its group is the deepest
                int own = i;
                List<PlaneVector> floor = IntStream.range(i, group.length).filter(j -> group[j] == own)
                        .mapToObj(j -> different.get(j).at()).toList();
                minima.add(new Minimum(different.get(i).at(), different.get(i).value(), floor));
            }
        }
        return List.copyOf(minima);
    }

    private static void join(int[] group, int one, int other) {
        int first = Math.min(one, other);
        int second = Math.max(one, other);
        for (int i = 0; i < group.length; i++) {
            group[i] = group[i] == second ? first : group[i];
        }
    }

    private boolean isOneFloor(Minimum one, Minimum other) {
        if (one.at().distance(other.at()) > 2 * Basins.NEAR * diagonal) {
            return false;
        }
        double ground = Math.max(one.value(), other.value()) + LEVEL * relief;
        for (double t : new double[] {0.25, 0.5, 0.75}) {
            double x = one.at().x() + t * (other.at().x() - one.at().x());
            double y = one.at().y() + t * (other.at().y() - one.at().y());
            if (!(function.value(x, y) <= ground)) {
                return false;
            }
        }
        return true;
    }

    private static double relief(PlaneFunction function, Region region) {
        FunctionGrid grid = FunctionGrid.of(function, region, SIDE, SIDE, List.of());
        float[] sorted = grid.above().clone();
        Arrays.sort(sorted); // NaN last
        int count = sorted.length;
        while (count > 0 && Float.isNaN(sorted[count - 1])) {
            count--;
        }
        return count == 0 ? 0 : sorted[count / 2];
    }

    private static double middle(double low, double high) {
        return (low + high) / 2;
    }
}

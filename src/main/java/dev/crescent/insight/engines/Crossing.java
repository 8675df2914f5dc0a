package dev.crescent.insight.engines;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A size from which on another engine is the fastest. Immutable.
///
/// @param size between two that were measured, as a straight line between them on logarithmic axes has it
/// @param rate samples a second of both there
/// @param before the id of the engine that is the fastest below
/// @param after the id of the one that is from there on
public record Crossing(double size, double rate, String before, String after) {
    /// Engines whose rates differ by less take turns by chance.
    private static final double LEVEL = 0.1;

    /// By ascending size. A lead counts where it is clear, and still there at the next size.
    static List<Crossing> of(List<SpeedCurve> curves) {
        List<Integer> sizes = sizes(curves);
        List<Crossing> found = new ArrayList<>();
        SpeedCurve leader = first(curves, sizes);
        for (int i = 1; i < sizes.size() && leader != null; i++) {
            SpeedCurve best = fastest(curves, sizes.get(i));
            if (best != null && best != leader && !(leader.rateAt(sizes.get(i)) >= (1 - LEVEL) * best.rateAt(sizes.get(i)))
                    && (i + 1 == sizes.size() || !(leader.rateAt(sizes.get(i + 1)) > best.rateAt(sizes.get(i + 1))))) {
                found.add(between(leader, best, sizes.get(i - 1), sizes.get(i)));
                leader = best;
            }
        }
        return List.copyOf(found);
    }

    /// Who leads at the smallest size; where that is chance, who leads at the next.
    private static @Nullable SpeedCurve first(List<SpeedCurve> curves, List<Integer> sizes) {
        if (sizes.isEmpty()) {
            return null;
        }
        SpeedCurve best = fastest(curves, sizes.getFirst());
        SpeedCurve next = sizes.size() > 1 ? fastest(curves, sizes.get(1)) : null;
        return best != null && next != null
                && next.rateAt(sizes.getFirst()) >= (1 - LEVEL) * best.rateAt(sizes.getFirst()) ? next : best;
    }

    /// The engine that is the fastest at the largest size that was measured; null before anything was.
    static @Nullable String last(List<SpeedCurve> curves) {
        List<Crossing> crossings = of(curves);
        SpeedCurve first = first(curves, sizes(curves));
        return !crossings.isEmpty() ? crossings.getLast().after : first == null ? null : first.id();
    }

    /// Whether the engine is the fastest at every size, or level with it.
    static boolean leadsEverywhere(List<SpeedCurve> curves, String id) {
        return sizes(curves).stream().allMatch(size -> {
            SpeedCurve best = fastest(curves, size);
            return best == null || curves.stream().anyMatch(curve -> curve.id().equals(id)
                    && curve.rateAt(size) >= (1 - LEVEL) * best.rateAt(size));
        });
    }

    private static List<Integer> sizes(List<SpeedCurve> curves) {
        return List.copyOf(curves.stream().flatMap(curve -> curve.points().stream()).map(SpeedCurve.Point::size)
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static @Nullable SpeedCurve fastest(List<SpeedCurve> curves, int size) {
        SpeedCurve best = null;
        for (SpeedCurve curve : curves) {
            double rate = curve.rateAt(size);
            if (rate > (best == null ? 0 : best.rateAt(size))) {
                best = curve;
            }
        }
        return best;
    }

    private static Crossing between(SpeedCurve old, SpeedCurve next, int low, int high) {
        double ahead = Math.log(old.rateAt(low) / next.rateAt(low));
        double behind = Math.log(next.rateAt(high) / old.rateAt(high));
        // Where one of them has no rate, or was level already, the lead changes at a size that was measured.
        double share = Double.isNaN(behind) ? 1 : Double.isNaN(ahead) ? 1 : Math.clamp(ahead / (ahead + behind), 0, 1);
        double size = low * Math.pow((double) high / low, share);
        double from = Objects.requireNonNullElse(finite(next.rateAt(low)), next.rateAt(high));
        return new Crossing(size, from * Math.pow(next.rateAt(high) / from, share), old.id(), next.id());
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }
}

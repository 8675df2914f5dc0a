package dev.crescent.insight.hidden;

import dev.crescent.insight.OutputField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Samples and the plane as every layer of a network sees them, and on the way from one layer to the next. Immutable by
/// convention: nobody writes into the arrays.
///
/// The way is a number: 0 is the inputs, 1 the first stage's outputs and so on, the last one the network's. The first half
/// of each step is the layer's weighted sums, the second its activation. Points are in this order: the samples, the mesh
/// row by row from the top, the place that was asked for.
///
/// @param stages at 0, 1, 2, ...
/// @param keys the places on the way that are computed; in between all goes straight
/// @param samples how many points are samples
/// @param side how many points the mesh has a side; 0 where the data do not lie in a plane
/// @param placed whether the last point is a place that was asked for
/// @param decision the network's answer at the points of the mesh, `side` x `side`; null without a mesh
/// @param backdrop the network's answer at every place of a stage of two units; null where none was asked for, or cannot be
/// @param deep whether there are three axes
/// @param settled whether the axes are those of the principal components, or still on their way there
public record HiddenSpace(List<Stage> stages, List<Key> keys, int samples, int side, boolean placed,
                          @Nullable OutputField decision, @Nullable Backdrop backdrop, boolean deep, boolean settled) {
    /// All points at one place of the way.
    ///
    /// @param at 0, 0.5, 1, ...
    /// @param xyz `[point][3]`; NaN for a point that is nowhere
    public record Key(double at, float[] xyz, Extent extent) {}

    /// @param field over a part of the stage's picture, in its coordinates
    public record Backdrop(int stage, OutputField field) {}

    public HiddenSpace {
        stages = List.copyOf(stages);
        keys = List.copyOf(keys);
    }

    public int points() {
        return samples + side * side + (placed ? 1 : 0);
    }

    /// The last place on the way: the network's outputs.
    public int end() {
        return stages.size() - 1;
    }

    /// The number of the key at a place of the way, or of the last one before it.
    private int keyBefore(double t) {
        int k = 0;
        while (k + 2 < keys.size() && keys.get(k + 1).at() <= t) {
            k++;
        }
        return k;
    }

    private double share(int k, double t) {
        double from = keys.get(k).at();
        return Math.clamp((t - from) / (keys.get(k + 1).at() - from), 0, 1);
    }

    /// Where all points are at a place of the way.
    ///
    /// @param t 0 to [#end]
    /// @param xyz `[point][3]`, overwritten
    public void positions(double t, float[] xyz) {
        int length = 3 * points();
        int k = keyBefore(t);
        double share = keys.size() > 1 ? share(k, t) : 0;
        float[] from = keys.get(k).xyz();
        if (share == 0 || share == 1) {
            System.arraycopy(share == 0 ? from : keys.get(k + 1).xyz(), 0, xyz, 0, length);
            return;
        }
        float[] to = keys.get(k + 1).xyz();
        float by = (float) share;
        for (int i = 0; i < length; i++) {
            xyz[i] = from[i] + by * (to[i] - from[i]);
        }
    }

    /// What is looked at at a place of the way.
    public Extent extent(double t) {
        int k = keyBefore(t);
        return keys.size() > 1 ? keys.get(k).extent().to(keys.get(k + 1).extent(), share(k, t)) : keys.get(k).extent();
    }
}

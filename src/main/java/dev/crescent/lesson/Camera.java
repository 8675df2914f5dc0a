package dev.crescent.lesson;

import dev.crescent.experiment.InvalidSettingException;
import java.util.List;

/// Which views are on stage, and how large.
///
/// @param shots 1 to 3, from left to right; alone, a view reaches to the edges
/// @param readout whether the epoch and the accuracy stand below the caption
public record Camera(List<Shot> shots, boolean readout) {
    /// The output over the plane, to the edges.
    public static final Camera USUAL = new Camera(List.of(Shot.of(Shot.View.OUTPUT)), false);
    /// More would be too small to be seen from the last row.
    public static final int MOST_SHOTS = 3;

    public Camera {
        shots = List.copyOf(shots);
        if (shots.isEmpty() || shots.size() > MOST_SHOTS) {
            throw new InvalidSettingException("views", "must be 1 to " + MOST_SHOTS + " views, are " + shots.size());
        }
    }
}

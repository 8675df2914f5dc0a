package dev.crescent.ui.landscape;

import java.util.List;

/// What both views of a loss landscape show: the losses over the plane, how they are scaled, and the paths on it.
///
/// @param finish the loss of the bold line; NaN for none
public record Landscape(Surface surface, LossScale scale, List<Track> tracks, double finish) {
    /// Flat ground that nobody is on.
    public static final Landscape EMPTY = of(new Surface(2, new float[4], 0, 1, 0, 1), List.of(), Double.NaN);

    public Landscape {
        tracks = List.copyOf(tracks);
    }

    /// On a scale from the surface's lowest to its highest loss.
    public static Landscape of(Surface surface, List<Track> tracks, double finish) {
        return new Landscape(surface, LossScale.of(surface.losses()), tracks, finish);
    }

    /// The same plane with other paths.
    public Landscape withTracks(List<Track> others) {
        return new Landscape(surface, scale, others, finish);
    }

    /// The finish's height, 0 to 1; NaN where there is none or the surface does not reach it.
    double finishUnit() {
        boolean reached = finish >= scale.low() && finish <= scale.high();
        return reached ? scale.unit(finish) : Double.NaN;
    }
}

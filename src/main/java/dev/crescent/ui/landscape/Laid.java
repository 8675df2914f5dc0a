package dev.crescent.ui.landscape;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A landscape and what follows from it: its heights, and the paths laid on them.
///
/// @param ways one a track
record Laid(Landscape landscape, Relief relief, List<Way> ways) {
    /// @param before what was shown last, whose heights are kept where they are the same
    static Laid of(Landscape landscape, @Nullable Laid before) {
        Relief relief = before != null && before.landscape.surface() == landscape.surface()
                && before.landscape.scale().equals(landscape.scale())
                ? before.relief : Relief.of(landscape.surface(), landscape.scale());
        List<Way> ways = new ArrayList<>();
        for (Track track : landscape.tracks()) {
            ways.add(Way.of(track, landscape.surface(), relief));
        }
        return new Laid(landscape, relief, List.copyOf(ways));
    }

    /// Whether only the paths differ.
    boolean hasGroundOf(@Nullable Laid other) {
        return other != null && relief == other.relief
                && Double.compare(landscape.finish(), other.landscape.finish()) == 0;
    }

    /// The track of a number; null if there is none.
    @Nullable Track track(int index) {
        return index >= 0 && index < landscape.tracks().size() ? landscape.tracks().get(index) : null;
    }

    /// The surface's loss at a place; NaN where there is none.
    double drawn(double across, double up) {
        return landscape.scale().loss(relief.at(across, up));
    }

    /// The surface's loss below a track's ball; NaN where there is none.
    double drawn(Track track) {
        return drawn(landscape.surface().across(track.lastA()), landscape.surface().up(track.lastB()));
    }
}

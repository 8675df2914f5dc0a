package dev.crescent.app;

import dev.crescent.data.Dataset;
import dev.crescent.experiment.Source;
import dev.crescent.insight.Region;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Decides when the picture moves to other points by itself. Pure.
final class Homes {
    /// From this size on, in sides of what would be best, a picture is too large.
    private static final double TOO_LARGE = 1.6;

    private Homes() {}

    /// How other data came to be.
    enum Move {
        /// Others were chosen.
        CHOSEN,
        /// The same kind, with more noise, other samples, another split.
        VARIED,
        /// Points were painted or erased, or such a stroke was taken back.
        PAINTED
    }

    /// How data came to be from those before.
    ///
    /// @param from where the data before came from
    static Move move(Source from, Dataset before, Source to, Dataset after) {
        if (to instanceof Source.Painted) {
            return related(before, after) ? Move.PAINTED : Move.CHOSEN;
        }
        boolean same = switch (to) {
            case Source.Points points -> from instanceof Source.Points p && p.set() == points.set();
            case Source.Csv csv -> from instanceof Source.Csv c && c.path().equals(csv.path())
                    && before.plane() != null && after.plane() != null && before.plane().axes().equals(after.plane().axes());
            case Source.Painted _, Source.Digits _, Source.Images _ -> from.equals(to);
        };
        return same ? Move.VARIED : Move.CHOSEN;
    }

    /// The region that "show all" goes to from now on.
    ///
    /// A picture that jumps at every point painted, or at every touch of the noise, is no use: the present one stays
    /// while all points are in it. For points that were not painted it must not be much too large either.
    ///
    /// @param points at least one, but where they were chosen
    static Region next(Region home, Move move, Dataset points) {
        Region needed = Region.around(points);
        double[] extent = points.extent();
        return switch (move) {
            case CHOSEN -> needed;
            case VARIED -> contains(home, extent) && home.width() <= TOO_LARGE * needed.width()
                    && home.height() <= TOO_LARGE * needed.height() ? home : needed;
            case PAINTED -> contains(home, extent) ? home : home.with(needed);
        };
    }

    private static boolean contains(Region home, double[] extent) {
        return home.contains(extent[0], extent[2]) && home.contains(extent[1], extent[3]);
    }

    /// Whether some points are in both, or there are none at all in one of them.
    private static boolean related(Dataset before, Dataset after) {
        if (before.plane() == null || after.plane() == null) {
            return false;
        }
        if (count(before) == 0 || count(after) == 0) {
            return true;
        }
        Set<Long> known = new HashSet<>();
        for (Dataset.Samples part : parts(before)) {
            for (int i = 0; i < part.count(); i++) {
                known.add(point(part, i));
            }
        }
        return parts(after).stream().anyMatch(part -> {
            boolean any = false;
            for (int i = 0; i < part.count() && !any; i++) {
                any = known.contains(point(part, i));
            }
            return any;
        });
    }

    static int count(Dataset data) {
        return data.train().count() + data.test().count();
    }

    private static List<Dataset.Samples> parts(Dataset data) {
        return List.of(data.train(), data.test());
    }

    private static long point(Dataset.Samples part, int i) {
        return ((long) Float.floatToIntBits(part.raw()[2 * i]) << 32)
                | (Float.floatToIntBits(part.raw()[2 * i + 1]) & 0xffffffffL);
    }
}

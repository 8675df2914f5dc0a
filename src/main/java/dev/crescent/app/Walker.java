package dev.crescent.app;

import dev.crescent.insight.landscape.PathPoint;
import java.util.List;

/// Who goes its way over a landscape.
///
/// @param name such as "Adam"
/// @param letter what its ball carries
/// @param color which of the optimizers' colors
/// @param path as far as it is shown, oldest first
/// @param whole the path that the landscape is about, which may go on after the end of what is shown
/// @param counts whether the landscape is to be about its path, too; not so for one that went astray
record Walker(String name, String letter, int color, List<PathPoint> path, List<PathPoint> whole, boolean counts) {
    Walker {
        path = List.copyOf(path);
        whole = List.copyOf(whole);
    }

    Walker(String name, String letter, int color, List<PathPoint> path, boolean counts) {
        this(name, letter, color, path, path, counts);
    }
}

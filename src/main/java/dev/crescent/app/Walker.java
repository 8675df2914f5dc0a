package dev.crescent.app;

import dev.crescent.insight.landscape.PathPoint;
import java.util.List;

/// Who goes its way over a landscape.
///
/// @param name such as "Adam"
/// @param letter what its ball carries
/// @param color which of the optimizers' colors
/// @param path oldest first
/// @param counts whether the landscape is to be about its path, too; not so for one that went astray
record Walker(String name, String letter, int color, List<PathPoint> path, boolean counts) {
    Walker {
        path = List.copyOf(path);
    }
}

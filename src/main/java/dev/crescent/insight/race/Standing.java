package dev.crescent.insight.race;

import dev.crescent.insight.landscape.PathPoint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where one optimizer of a race is, and how it came there.
///
/// @param step steps done; fewer than the others' while it catches up, or where it was lost
/// @param epoch passes over the training part, a fraction within one
/// @param path through the space of parameters, oldest first, finer of late; only points whose parameters are finite
/// @param arrival null before it was at the finish
/// @param lost why it races no more, a sentence; empty while it does
public record Standing(Entrant entrant, long step, double epoch, Course course, List<PathPoint> path,
                       @Nullable Arrival arrival, String lost) {
    public Standing {
        path = List.copyOf(path);
    }

    public boolean isLost() {
        return !lost.isEmpty();
    }

    /// Whether there is nothing more to wait for.
    public boolean isDone() {
        return arrival != null || isLost();
    }

    /// As it was after so many steps, as far as that is recorded.
    ///
    /// @param stepsPerEpoch how many steps an epoch takes
    Standing at(long earlier, long stepsPerEpoch) {
        if (earlier >= step) {
            return this;
        }
        List<PathPoint> before = path.stream().filter(point -> point.step() <= earlier).toList();
        return new Standing(entrant, earlier, (double) earlier / stepsPerEpoch, course.at(earlier),
                before.isEmpty() ? path.subList(0, Math.min(1, path.size())) : before,
                arrival != null && arrival.step() <= earlier ? arrival : null, "");
    }
}

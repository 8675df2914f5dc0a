package dev.crescent.insight.engines;

import java.util.List;

/// A race of engines at one moment. Immutable.
///
/// @param lanes one an engine, in the order of the engines
/// @param round rounds that were measured
/// @param rounds of the whole race
public record RaceFinding(List<EngineLane> lanes, int round, int rounds) implements Finding {
    public RaceFinding {
        lanes = List.copyOf(lanes);
    }

    /// Before anything is measured.
    ///
    /// @param ids of the engines
    public static RaceFinding waiting(List<String> ids) {
        return new RaceFinding(ids.stream().map(EngineLane::waiting).toList(), 0, 0);
    }

    /// Whether all was measured that can be.
    public boolean isOver() {
        return lanes.stream().allMatch(EngineLane::isDone);
    }
}

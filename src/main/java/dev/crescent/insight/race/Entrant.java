package dev.crescent.insight.race;

import dev.crescent.experiment.Optimizer;

/// One optimizer in a race.
///
/// @param number no other one of the race has; the same optimizer may race twice
public record Entrant(int number, Optimizer optimizer) {}

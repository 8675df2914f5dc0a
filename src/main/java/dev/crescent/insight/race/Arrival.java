package dev.crescent.insight.race;

/// When an optimizer was first seen at the finish.
///
/// @param step steps done by then
/// @param epoch passes over the training part, a fraction within one
/// @param seconds that its own steps had taken to compute, without what else the machine did meanwhile
public record Arrival(long step, double epoch, double seconds) {}

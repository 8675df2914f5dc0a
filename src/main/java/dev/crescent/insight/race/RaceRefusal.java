package dev.crescent.insight.race;

/// There is no such race.
///
/// @param sentence why, for the user
public record RaceRefusal(long number, String sentence) implements RaceNews {}

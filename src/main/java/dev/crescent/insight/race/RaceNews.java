package dev.crescent.insight.race;

/// What is known of the race that was asked for last.
public sealed interface RaceNews permits RaceMoment, RaceRefusal {
    /// Of the race, as it was asked for.
    long number();
}

package dev.crescent.insight.race;

import java.util.List;

/// A race at one moment. Immutable.
///
/// @param number of the race, as it was asked for
/// @param step steps that the race has gone; who joined late may be behind
/// @param every steps between two measurements
/// @param parameters how many the network has
public record RaceMoment(long number, RaceTerms terms, Finish finish, long step, int every, int parameters,
                         List<Standing> standings)
        implements RaceNews {
    public RaceMoment {
        standings = List.copyOf(standings);
    }

    /// Passes over the training part, a fraction within one.
    public double epoch() {
        return (double) step / terms.stepsPerEpoch();
    }

    /// The race as it was after so many steps, as far as that is recorded.
    public RaceMoment at(long earlier) {
        return earlier >= step ? this : new RaceMoment(number, terms, finish, earlier, every, parameters,
                standings.stream().map(standing -> standing.at(earlier, terms.stepsPerEpoch())).toList());
    }

    /// Whether all have arrived or are lost.
    public boolean isDecided() {
        return standings.stream().allMatch(Standing::isDone);
    }

    /// One's place among those that have arrived, from 1; who arrives at the same step shares it.
    ///
    /// @param of one that has arrived
    public int place(Standing of) {
        long step = arrival(of);
        return 1 + (int) standings.stream().filter(other -> arrival(other) < step).count();
    }

    private static long arrival(Standing of) {
        return of.arrival() == null ? Long.MAX_VALUE : of.arrival().step();
    }
}

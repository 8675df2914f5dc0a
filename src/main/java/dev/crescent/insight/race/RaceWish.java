package dev.crescent.insight.race;

import java.util.List;

/// What race is wanted.
///
/// @param number another one than before begins a race anew
/// @param target how many steps it is to go; fewer than it has gone take nothing back
/// @param go counts the times that somebody let it run: each goes on beyond a decision, but stops at the next
public record RaceWish(long number, RaceTerms terms, List<Entrant> entrants, Finish finish, long target, long go) {
    public RaceWish {
        entrants = List.copyOf(entrants);
    }

    /// The same as far as another step.
    public RaceWish to(long step) {
        return new RaceWish(number, terms, entrants, finish, step, go);
    }
}

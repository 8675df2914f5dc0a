package dev.crescent.insight.engines;

/// How one engine does in a race. Immutable.
///
/// @param id the engine's
/// @param words what it works on, or what it makes ready; a sentence where it is out of the race
/// @param rate samples a second, the median of the rounds; 0 before the first
/// @param low the least of the rounds
/// @param high the greatest of the rounds
/// @param latest that of the last round
/// @param epoch passes over the training part, a fraction within one
/// @param loss over the training part in evaluation mode; NaN before it is measured
public record EngineLane(String id, State state, String words, double rate, double low, double high, double latest,
                         double epoch, double loss) {
    /// What it is at.
    public enum State {
        WAITING, PREPARING, WARMING_UP, RACING, DONE, OUT
    }

    static EngineLane waiting(String id) {
        return new EngineLane(id, State.WAITING, "", 0, 0, 0, 0, 0, Double.NaN);
    }

    EngineLane with(State next, String say) {
        return new EngineLane(id, next, say, rate, low, high, latest, epoch, loss);
    }

    /// Whether there is nothing more to measure of it.
    public boolean isDone() {
        return state == State.DONE || state == State.OUT;
    }
}

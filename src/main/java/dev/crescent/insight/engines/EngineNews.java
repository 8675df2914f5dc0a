package dev.crescent.insight.engines;

import dev.crescent.engine.Engine;
import dev.crescent.engine.UnavailableException;

/// What an engine says of this machine.
///
/// @param id the engine's
/// @param usable whether it can work here
/// @param words what it would work on, a few words; or one sentence, without its full stop, on why it cannot
public record EngineNews(String id, boolean usable, String words) {
    /// Of one that failed while it was measured, one sentence without its full stop.
    static final String WENT_ELSEWHERE = "It failed, and another engine went on in its place";

    /// Asks an engine, which may take a second.
    public static EngineNews of(Engine engine) {
        try {
            return new EngineNews(engine.id(), true, engine.machine());
        } catch (UnavailableException e) {
            return new EngineNews(engine.id(), false, String.valueOf(e.getMessage()));
        }
    }
}

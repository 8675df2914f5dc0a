package dev.crescent.lesson;

import dev.crescent.experiment.InvalidSettingException;

/// How fast a scene trains, and until when.
///
/// @param stepsPerSecond mini-batches a second, above 0; as fast as the machine can if it is infinite
/// @param epochs training pauses after so many; 0 to go on until the scene is left
/// @param autoStart whether training begins with the scene, or at a key press
public record Pace(double stepsPerSecond, int epochs, boolean autoStart) {
    /// Slow enough to see a boundary bend.
    public static final Pace USUAL = new Pace(250, 0, true);

    public Pace {
        if (!(stepsPerSecond > 0)) {
            throw new InvalidSettingException("stepsPerSecond", "must be above 0, is " + stepsPerSecond);
        }
        if (epochs < 0) {
            throw new InvalidSettingException("epochs", "must be at least 0, is " + epochs);
        }
    }
}

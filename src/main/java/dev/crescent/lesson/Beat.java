package dev.crescent.lesson;

import dev.crescent.experiment.Experiment;

/// What is on stage between two key presses: an experiment, which begins at its start with its own seeds, so that it goes
/// the same every time. Immutable.
///
/// @param caption one sentence in Markdown; what is in `**asterisks**` stands out. Empty for none
/// @param builtin the shipped experiment that it was made from, whose weights it begins with if they fit; empty if none
public record Beat(String caption, Camera camera, Pace pace, Experiment experiment, String builtin) {
    /// The same in other words.
    public Beat withCaption(String value) {
        return new Beat(value, camera, pace, experiment, builtin);
    }

    /// The same with another experiment.
    public Beat withExperiment(Experiment value) {
        return new Beat(caption, camera, pace, value, builtin);
    }
}

package dev.crescent.lesson;

import dev.crescent.experiment.InvalidSettingException;
import java.util.List;

/// One thought of a talk: what is on stage at first, and what a key press then makes of it. Immutable.
///
/// @param title a few words for lists
/// @param beats 1 to 20; all but the first come at a key press each
public record Scene(String title, List<Beat> beats) {
    public static final int MOST_BEATS = 20;

    public Scene {
        beats = List.copyOf(beats);
        if (beats.isEmpty() || beats.size() > MOST_BEATS) {
            throw new InvalidSettingException("then", "must be at most " + (MOST_BEATS - 1) + " changes, are "
                    + (beats.size() - 1));
        }
    }
}

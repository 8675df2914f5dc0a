package dev.crescent.lesson;

import dev.crescent.experiment.InvalidSettingException;
import java.util.List;

/// A talk, or a part of one: scenes in the order in which they are shown. Immutable.
///
/// @param scenes 1 to 99
public record Lesson(String title, List<Scene> scenes) {
    /// As many as two digits on the keyboard can name, and dots below a caption can tell.
    public static final int MOST_SCENES = 99;

    public Lesson {
        scenes = List.copyOf(scenes);
        if (scenes.isEmpty() || scenes.size() > MOST_SCENES) {
            throw new InvalidSettingException("scenes", "must be 1 to " + MOST_SCENES + " scenes, are " + scenes.size());
        }
    }
}

package dev.crescent.app;

import dev.crescent.train.Snapshot;
import dev.crescent.ui.theme.Theme;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// One view on stage, fed from the scene's own bench. All methods run on the JavaFX thread.
interface StageShot extends AutoCloseable {
    Region content();

    /// Whether it reaches to the edges where it is alone.
    default boolean bleeds() {
        return false;
    }

    void setTheme(Theme theme);

    /// Brings it up to date; called once a frame while it is seen.
    ///
    /// @param newest of the scene's training; null until the first
    void frame(@Nullable Snapshot newest, long now);

    /// The moment whose accuracies it shows in numbers; null while it shows none.
    default @Nullable Snapshot inNumbers() {
        return null;
    }

    /// What is run is run, or paused, by this shot and not by training on the bench.
    default boolean runsItself() {
        return false;
    }

    /// Runs or pauses what runs by itself.
    default void run(boolean on) {}

    /// Whether what runs by itself does.
    default boolean isRunning() {
        return false;
    }

    /// Takes a key before the stage does.
    ///
    /// @return whether the key was its to take
    default boolean take(KeyEvent event) {
        return false;
    }

    @Override
    void close();
}

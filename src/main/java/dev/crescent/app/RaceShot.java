package dev.crescent.app;

import dev.crescent.train.Snapshot;
import dev.crescent.ui.race.BallLegend;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// Optimizers on the loss landscape of the scene's network, in 3-D, to the edges.
final class RaceShot extends StackPane implements StageShot {
    private final RaceDescent race;
    private final BallLegend legend = new BallLegend();
    private boolean wanted; // whether it is to run as soon as it can
    private boolean entered;

    /// @param stepsPerSecond of each racer
    RaceShot(Workbench bench, double stepsPerSecond, Failures failures) {
        race = new RaceDescent(bench, failures);
        race.setPace(stepsPerSecond);
        Region surface = race.surface();
        surface.setMouseTransparent(true);
        StackPane.setMargin(surface, new Insets(0, 0, 0, 0));
        StackPane.setAlignment(legend, Pos.TOP_LEFT);
        StackPane.setMargin(legend, new Insets(32));
        getChildren().setAll(surface, legend);
    }

    @Override
    public Region content() {
        return this;
    }

    @Override
    public void setTheme(Theme theme) {
        race.setTheme(Palette.of(theme));
        legend.setTheme(Palette.of(theme));
    }

    @Override
    public void frame(@Nullable Snapshot newest, long now) {
        if (!entered) {
            entered = true;
            race.enter();
        }
        race.frame(now);
        if (wanted && race.canRun()) {
            wanted = false;
            race.run(true);
        }
        legend.show(race.entries().stream().map(entry -> new BallLegend.Ball(entry.letter(), entry.name(), entry.color())).toList());
    }

    @Override
    public boolean runsItself() {
        return true;
    }

    @Override
    public void run(boolean on) {
        wanted = on;
        if (!on) {
            race.run(false);
        }
    }

    @Override
    public boolean isRunning() {
        return wanted || race.isRunning();
    }

    @Override
    public void close() {
        race.leave();
        race.close();
    }
}

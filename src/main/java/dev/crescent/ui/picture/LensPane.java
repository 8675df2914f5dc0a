package dev.crescent.ui.picture;

import dev.crescent.data.Dataset;
import dev.crescent.engine.Evaluator;
import dev.crescent.experiment.Experiment;
import dev.crescent.ui.network.LensMarks;
import dev.crescent.ui.theme.Theme;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// The network under the lens, with the numbers of a part of a training step on its units and links, and below it what is
/// computed there.
public final class LensPane extends Pane {
    private static final double GAP = 16;

    private final NetworkPicture network;
    private final Region formulas;

    /// @param evaluator of the experiment's network, for this pane alone
    /// @param formulas what stands below
    public LensPane(Experiment experiment, Dataset data, Evaluator evaluator, Theme theme, LensMarks marks, Region formulas) {
        network = new NetworkPicture(experiment, data, evaluator, theme);
        network.showLens(marks);
        this.formulas = formulas;
        getChildren().setAll(network, formulas);
    }

    /// How many times as wide and as high as a usual sheet it is to be for all its layers, 1 or more.
    public double room() {
        return network.room();
    }

    /// Computes what the units say, on any thread.
    ///
    /// @param parameters of the network
    /// @return shows it, on the JavaFX thread
    public Runnable ready(float[] parameters) {
        return network.ready(parameters);
    }

    @Override
    protected void layoutChildren() {
        double below = Math.min(getHeight() / 2, Math.ceil(formulas.prefHeight(getWidth())));
        network.resizeRelocate(0, 0, getWidth(), Math.max(0, getHeight() - below - GAP));
        formulas.resizeRelocate(0, getHeight() - below, getWidth(), below);
    }
}

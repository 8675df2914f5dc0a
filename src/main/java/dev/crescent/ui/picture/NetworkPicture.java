package dev.crescent.ui.picture;

import dev.crescent.data.Dataset;
import dev.crescent.data.PlaneFeatures;
import dev.crescent.engine.Evaluator;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Task;
import dev.crescent.insight.PlaneNetwork;
import dev.crescent.insight.Region;
import dev.crescent.insight.SpreadCounter;
import dev.crescent.insight.UnitFields;
import dev.crescent.insight.UnitSpreads;
import dev.crescent.ui.TargetName;
import dev.crescent.ui.Texts;
import dev.crescent.ui.network.InputName;
import dev.crescent.ui.network.LensMarks;
import dev.crescent.ui.network.NetworkView;
import dev.crescent.ui.theme.Theme;
import java.util.List;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/// The network: its layers, its weights as links, and what every unit says over the plane if the data lie in one,
/// or else how what it says is spread. What
/// edits a network in the window is left out by the style sheet, which knows the frame.
final class NetworkPicture extends Pane implements Picture {
    /// The row above the network, which the frame's line replaces, and the room on the sides.
    private static final double HEADER = 40;
    private static final double SIDE = 16;
    /// Cells along a side of a unit's thumbnail, as sharp as in a paused window.
    private static final int THUMBNAIL = 56;
    /// Of the picture's width, for each of the cards.
    private static final double CARD = 100;

    private final NetworkView view = new NetworkView();
    private final Theme theme;
    private final String subject;
    private final int cards;
    private final Region home;
    private final @Nullable PlaneNetwork network;
    private final @Nullable SpreadCounter spreads;

    NetworkPicture(Experiment experiment, Dataset data, Evaluator evaluator, Theme theme) {
        PlaneFeatures plane = data.plane();
        home = Region.around(data);
        network = plane == null ? null
                : new PlaneNetwork(experiment, data.task(), data.classNames().size(), plane, evaluator);
        spreads = UnitSpreads.suit(data) ? new SpreadCounter((Model.Network) experiment.model(), data, evaluator) : null;
        this.theme = theme;
        List<String> outputs = data.task() == Task.REGRESSION ? List.of(TargetName.of(data, experiment.data().source())) : data.classNames();
        int layers = ((Model.Network) experiment.model()).layers().size();
        cards = 1 + layers;
        subject = Texts.get("picture.network", Texts.get("network.hiddenLayers", Math.max(0, layers - 1)),
                Texts.get("network.parameters", evaluator.layout().size()));
        getChildren().setAll(view);
        view.show(experiment, data.inputShape(), data.hasImages() ? InputName.pixels() : InputName.of(data), outputs,
                evaluator.layout());
    }

    @Override
    public javafx.scene.layout.Region node() {
        return this;
    }

    @Override
    public String subject() {
        return subject;
    }

    @Override
    public double room() {
        return Math.max(1, cards * CARD / PictureForm.PLAIN_WIDTH);
    }

    @Override
    public void show(Moment moment) {
        ready(moment).run();
    }

    /// Writes the numbers of a training step on units and links.
    void showLens(LensMarks marks) {
        view.showLens(marks);
    }

    @Override
    public Runnable ready(Moment moment) {
        return ready(moment.parameters());
    }

    Runnable ready(float[] parameters) {
        UnitFields fields = network == null ? null : network.units(parameters, home, THUMBNAIL);
        UnitSpreads spread = spreads == null ? null : spreads.count(parameters);
        return () -> {
            view.show(parameters);
            // A running window paints changed links some frames later; a new theme paints all of them at once.
            view.setTheme(theme);
            if (fields != null) {
                view.show(fields);
            }
            if (spread != null) {
                view.show(spread);
            }
        };
    }

    @Override
    protected void layoutChildren() {
        view.resizeRelocate(-SIDE, -HEADER, getWidth() + 2 * SIDE, getHeight() + HEADER);
    }
}

package dev.crescent.ui.picture;

import dev.crescent.data.Dataset;
import dev.crescent.engine.Evaluator;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Model;
import dev.crescent.insight.HiddenSpace;
import dev.crescent.ui.Texts;
import dev.crescent.ui.hidden.HiddenView;
import dev.crescent.ui.points.PointsModel;
import dev.crescent.ui.theme.Palette;
import javafx.scene.layout.Region;

/// The samples as the last hidden layer sees them.
final class HiddenPicture implements Picture {
    private final HiddenView view = new HiddenView();
    private final Experiment experiment;
    private final Dataset data;
    private final Evaluator evaluator;

    HiddenPicture(Experiment experiment, Dataset data, Evaluator evaluator, Palette palette) {
        this.experiment = experiment;
        this.data = data;
        this.evaluator = evaluator;
        view.setTheme(palette);
    }

    @Override
    public Region node() {
        return view;
    }

    @Override
    public String subject() {
        int layer = ((Model.Network) experiment.model()).layers().size() - 2;
        return layer < 0 ? Texts.get("picture.inputs") : Texts.get("picture.hidden", Integer.toString(layer + 1));
    }

    @Override
    public void show(Moment moment) {
        HiddenSpace space = HiddenSpace.of(experiment, data, evaluator, moment.parameters());
        view.show(PointsModel.of(data, space.xy()), space.shares());
    }
}

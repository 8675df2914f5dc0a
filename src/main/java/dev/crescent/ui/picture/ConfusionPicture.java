package dev.crescent.ui.picture;

import dev.crescent.data.Dataset;
import dev.crescent.engine.Engine;
import dev.crescent.experiment.Experiment;
import dev.crescent.insight.ConfusionCounter;
import dev.crescent.ui.ClassNames;
import dev.crescent.ui.Texts;
import dev.crescent.ui.points.ConfusionView;
import dev.crescent.ui.theme.Palette;
import javafx.scene.layout.Region;

/// What the network calls the test samples of each class.
final class ConfusionPicture implements Picture {
    private final ConfusionView view = new ConfusionView(true);
    private final ConfusionCounter counter;

    ConfusionPicture(Experiment experiment, Dataset data, Engine engine, Palette palette) {
        counter = new ConfusionCounter(experiment, data, engine);
        view.setTheme(palette);
        view.expect(ClassNames.shown(data.classNames()));
    }

    @Override
    public Region node() {
        return view;
    }

    @Override
    public String subject() {
        return Texts.get("picture.confusion");
    }

    @Override
    public void show(Moment moment) {
        view.show(counter.count(moment.parameters()));
    }
}

package dev.crescent.ui.picture;

import dev.crescent.data.Dataset;
import dev.crescent.engine.Engine;
import dev.crescent.experiment.Experiment;
import dev.crescent.insight.PredictionCounter;
import dev.crescent.insight.Predictions;
import dev.crescent.ui.TargetName;
import dev.crescent.ui.Texts;
import dev.crescent.ui.points.PredictionView;
import dev.crescent.ui.theme.Palette;
import javafx.scene.layout.Region;

/// What the network predicts for the test samples over what is true.
final class PredictionPicture implements Picture {
    private final PredictionView view = new PredictionView(true);
    private final PredictionCounter counter;

    PredictionPicture(Experiment experiment, Dataset data, Engine engine, Palette palette) {
        counter = new PredictionCounter(experiment, data, engine);
        view.setTheme(palette);
        view.setTarget(TargetName.ofNamed(data, experiment.data().source()));
    }

    @Override
    public Region node() {
        return view;
    }

    @Override
    public String subject() {
        return Texts.get("picture.predictions");
    }

    @Override
    public void show(Moment moment) {
        ready(moment).run();
    }

    @Override
    public Runnable ready(Moment moment) {
        Predictions predictions = counter.count(moment.parameters());
        return () -> view.show(predictions);
    }
}

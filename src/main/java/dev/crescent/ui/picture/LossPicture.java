package dev.crescent.ui.picture;

import dev.crescent.data.Dataset;
import dev.crescent.experiment.Task;
import dev.crescent.ui.Texts;
import dev.crescent.ui.theme.Palette;
import javafx.scene.layout.Region;

/// Loss and accuracy over the epochs. A regression has no accuracy.
final class LossPicture implements Picture {
    private final boolean accuracies;
    private final CurvesPane pane;

    LossPicture(Dataset data, Palette palette) {
        accuracies = data.task() == Task.CLASSIFICATION;
        pane = new CurvesPane(accuracies, palette);
    }

    @Override
    public Region node() {
        return pane;
    }

    @Override
    public String subject() {
        return Texts.get(accuracies ? "picture.loss" : "picture.lossOnly");
    }

    @Override
    public void show(Moment moment) {
        pane.show(moment.curves());
    }
}

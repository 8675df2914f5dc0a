package dev.crescent.ui.picture;

import dev.crescent.data.Dataset;
import dev.crescent.engine.Evaluator;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Task;
import dev.crescent.ui.theme.Palette;
import javafx.scene.layout.Region;

/// The output over the whole plane, with the points of both parts and with lines.
final class BoundaryPicture implements Picture {
    private static final int LEAST_CELLS = 64;
    private static final int MOST_CELLS = 512;

    private final PlanePane pane;
    private final Task task;

    BoundaryPicture(Experiment experiment, Dataset data, Evaluator evaluator, Palette palette) {
        task = data.task();
        pane = new PlanePane(experiment, data, evaluator, palette);
    }

    @Override
    public Region node() {
        return pane;
    }

    @Override
    public String subject() {
        return PlanePane.subject(task);
    }

    @Override
    public void show(Moment moment) {
        ready(moment).run();
    }

    @Override
    public Runnable ready(Moment moment) {
        int cells = (int) Math.min(pane.getWidth(), pane.getHeight());
        return pane.ready(moment.parameters(), Math.clamp(cells, LEAST_CELLS, MOST_CELLS));
    }
}

package dev.crescent.ui.picture;

import dev.crescent.data.Dataset;
import dev.crescent.experiment.Task;
import dev.crescent.ui.Texts;
import dev.crescent.ui.loss.CurvesMode;
import dev.crescent.ui.loss.CurvesView;
import dev.crescent.ui.theme.Palette;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// Loss and accuracy over the epochs, one below the other, or side by side where the picture is wide. A regression has
/// no accuracy.
final class LossPicture extends Pane implements Picture {
    private static final double GAP = 16;
    private static final double TITLE = 28;
    /// How much of the room that a curves view keeps free on its sides lies outside of the picture's margins.
    private static final double LEFT = 6;
    private static final double RIGHT = 16;
    /// From this ratio of the sides on, two charts lie side by side.
    private static final double WIDE = 1.6;

    private final List<CurvesView> charts = new ArrayList<>();
    private final List<Label> titles = new ArrayList<>();

    LossPicture(Dataset data, Palette palette) {
        add(CurvesMode.LOSS, "curves.loss", palette);
        if (data.task() == Task.CLASSIFICATION) {
            add(CurvesMode.ACCURACY, "curves.accuracy", palette);
        }
    }

    private void add(CurvesMode mode, String title, Palette palette) {
        CurvesView chart = new CurvesView();
        chart.setTheme(palette);
        chart.showHeader(false);
        chart.modeProperty().set(mode);
        Label label = new Label(Texts.get(title));
        label.getStyleClass().add("panel-title");
        charts.add(chart);
        titles.add(label);
        getChildren().addAll(label, chart);
    }

    @Override
    public Region node() {
        return this;
    }

    @Override
    public String subject() {
        return Texts.get(charts.size() > 1 ? "picture.loss" : "picture.lossOnly");
    }

    @Override
    public void show(Moment moment) {
        charts.forEach(chart -> chart.show(moment.curves()));
    }

    @Override
    protected void layoutChildren() {
        int count = charts.size();
        boolean beside = getWidth() >= WIDE * getHeight();
        int across = beside ? count : 1;
        int down = beside ? 1 : count;
        double width = (getWidth() - (across - 1) * GAP) / across;
        double height = (getHeight() - (down - 1) * GAP) / down;
        for (int i = 0; i < count; i++) {
            double x = beside ? i * (width + GAP) : 0;
            double y = beside ? 0 : i * (height + GAP);
            titles.get(i).resizeRelocate(x, y, width, TITLE);
            charts.get(i).resizeRelocate(x - LEFT, y + TITLE, LEFT + width + RIGHT, Math.max(0, height - TITLE));
        }
    }
}

package dev.crescent.ui.picture;

import dev.crescent.insight.CurveData;
import dev.crescent.ui.Texts;
import dev.crescent.ui.loss.CurvesMode;
import dev.crescent.ui.loss.CurvesView;
import dev.crescent.ui.theme.Palette;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;

/// Loss and accuracy over the epochs, or one of them, each below its title: one below the other, or side by side where there
/// is much room across.
public final class CurvesPane extends Pane {
    private static final double GAP = 16;
    private static final double TITLE = 28;
    /// How much of the room that a curves view keeps free on its sides lies outside of the picture's margins.
    private static final double LEFT = 6;
    private static final double RIGHT = 16;
    /// From this ratio of the sides on, two charts lie side by side.
    private static final double WIDE = 1.6;

    private final List<CurvesView> charts = new ArrayList<>();
    private final List<Label> titles = new ArrayList<>();
    private final Label key = new Label(); // of the runs kept for comparison

    /// As curves are shown at first: both charts, losses by their logarithms.
    ///
    /// @param accuracies whether there are any, which a regression has not
    CurvesPane(boolean accuracies, Palette palette) {
        this(modes(accuracies ? CurvesMode.BOTH : CurvesMode.LOSS), palette);
    }

    /// The same curves as a view shows, in the same way.
    public CurvesPane(CurvesView like, Palette palette) {
        this(modes(like.shownMode()), palette);
        for (CurvesView chart : charts) {
            chart.logProperty().set(like.logProperty().get());
            chart.smoothProperty().set(like.smoothProperty().get());
            chart.showCursor(like.cursor());
        }
        show(like.shown());
        key.setText(String.join("      ", like.ghostTitles()));
    }

    private CurvesPane(List<CurvesMode> modes, Palette palette) {
        modes.forEach(mode -> add(mode, palette));
        key.getStyleClass().add("muted");
        key.setWrapText(true);
        getChildren().add(key);
    }

    private static List<CurvesMode> modes(CurvesMode mode) {
        return mode == CurvesMode.BOTH ? List.of(CurvesMode.LOSS, CurvesMode.ACCURACY) : List.of(mode);
    }

    private void add(CurvesMode mode, Palette palette) {
        CurvesView chart = new CurvesView();
        chart.setTheme(palette);
        chart.showHeader(false);
        chart.modeProperty().set(mode);
        Label label = new Label(Texts.get(mode == CurvesMode.LOSS ? "curves.loss" : "curves.accuracy"));
        label.getStyleClass().add("panel-title");
        charts.add(chart);
        titles.add(label);
        getChildren().addAll(label, chart);
    }

    void show(CurveData curves) {
        charts.forEach(chart -> chart.show(curves));
    }

    @Override
    protected void layoutChildren() {
        int count = charts.size();
        double below = key.getText().isEmpty() ? 0 : Math.ceil(key.prefHeight(getWidth()));
        double whole = getHeight() - (below > 0 ? below + GAP : 0);
        key.resizeRelocate(0, getHeight() - below, getWidth(), below);
        boolean beside = getWidth() >= WIDE * getHeight();
        int across = beside ? count : 1;
        int down = beside ? 1 : count;
        double width = (getWidth() - (across - 1) * GAP) / across;
        double height = (whole - (down - 1) * GAP) / down;
        for (int i = 0; i < count; i++) {
            double x = beside ? i * (width + GAP) : 0;
            double y = beside ? 0 : i * (height + GAP);
            titles.get(i).resizeRelocate(x, y, width, TITLE);
            charts.get(i).resizeRelocate(x - LEFT, y + TITLE, LEFT + width + RIGHT, Math.max(0, height - TITLE));
        }
    }
}

package dev.crescent.ui.data;

import dev.crescent.data.Dataset;
import dev.crescent.data.PlaneFeatures;
import dev.crescent.experiment.Task;
import dev.crescent.insight.Histogram;
import dev.crescent.ui.FormulaLabel;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.Texts;
import dev.crescent.ui.WholeText;
import dev.crescent.ui.theme.Palette;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import javafx.animation.PauseTransition;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// How the first two columns of the data are spread, and how many samples each part has. Nothing is computed while it is
/// not visible, and never more than ten times a second.
final class DistributionSection extends VBox {
    static final int BINS = 36;
    private static final int COLUMNS = 2;
    private static final double GAP = 12;
    private static final double HEADER = 20;
    private static final Duration PACE = Duration.millis(100);

    private final Label parts = new Label();
    private final List<HistogramView> views = IntStream.range(0, COLUMNS).mapToObj(i -> new HistogramView()).toList();
    private final VBox rows = new VBox(GAP);
    private final NewestJob<Result> job;
    private final PauseTransition pause = new PauseTransition(PACE);
    private List<String> names = List.of();
    private @Nullable Dataset dataset;
    private @Nullable Dataset asked;

    private record Result(Dataset of, List<Histogram> histograms) {}

    DistributionSection(Executor background) {
        super(GAP);
        job = new NewestJob<>(background, this::showResult);
        setId("data.distribution");
        Region line = new Region();
        line.getStyleClass().add("group-line");
        line.setMinHeight(1);
        line.setPrefHeight(1);
        Label title = new Label(Texts.get("distribution.title"));
        title.getStyleClass().add("group-title");
        title.setMaxWidth(Double.MAX_VALUE);
        title.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(title, Priority.ALWAYS);
        parts.setId("distribution.parts");
        parts.getStyleClass().add("caption");
        HBox header = new HBox(title, parts);
        header.getStyleClass().add("group-header");
        header.setPrefHeight(HEADER);
        VBox below = new VBox(8, header, rows);
        getChildren().setAll(line, below);
        pause.setOnFinished(e -> request());
        visibleProperty().subscribe(this::request);
    }

    /// Takes the data to show.
    ///
    /// @return whether they have columns to show: images have none
    boolean show(@Nullable Dataset data) {
        dataset = data;
        if (data == null || data.inputShape().size() > 1) {
            return false;
        }
        PlaneFeatures plane = data.plane();
        List<String> columns = plane != null ? plane.axes()
                : data.inputNames().subList(0, Math.min(COLUMNS, data.inputNames().size()));
        if (!columns.equals(names)) {
            names = columns;
            rename();
        }
        parts.setText(Texts.get("distribution.parts", Numbers.fixed(data.train().count(), 0),
                Numbers.fixed(data.test().count(), 0)));
        request();
        return true;
    }

    void setPalette(Palette palette) {
        views.forEach(view -> view.setPalette(palette));
    }

    /// Known without styles, because it is asked for before the section is visible.
    private void rename() {
        boolean formulas = names.equals(FeatureList.VARIABLES);
        for (int i = 0; i < names.size(); i++) {
            views.get(i).setName(formulas ? new FormulaLabel(names.get(i)) : plain(names.get(i)));
        }
        rows.getChildren().setAll(views.subList(0, names.size()));
        setPrefHeight(1 + GAP + HEADER + 8 + names.size() * (HistogramView.HEIGHT + GAP) - GAP);
    }

    private static Label plain(String name) {
        Label label = new Label(name);
        label.getStyleClass().add("caption");
        WholeText.whenCut(label);
        return label;
    }

    private void request() {
        Dataset data = dataset;
        if (data == null || data == asked || !isVisible() || pause.getStatus() == PauseTransition.Status.RUNNING) {
            return;
        }
        asked = data;
        int columns = names.size();
        job.want(() -> new Result(data, IntStream.range(0, columns)
                .mapToObj(column -> Histogram.of(data, column, BINS)).toList()));
        pause.playFromStart();
    }

    private void showResult(Result result) {
        Task task = result.of.task();
        for (int i = 0; i < Math.min(result.histograms.size(), names.size()); i++) {
            views.get(i).show(result.histograms.get(i), task);
        }
    }
}

package dev.crescent.ui.engines;

import dev.crescent.insight.engines.EngineLane;
import dev.crescent.insight.engines.RaceFinding;
import dev.crescent.insight.engines.Size;
import dev.crescent.insight.engines.SizeFinding;
import dev.crescent.ui.Hint;
import dev.crescent.ui.Sentences;
import dev.crescent.ui.Texts;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The engines in a race on one experiment, and below how fast they are by the size of a network.
public final class EnginesView extends VBox {
    /// Of the document and of buttons that training has more, so that the one that runs stays about where it is.
    private static final double ROOM = 152;
    /// With less room it is scrolled.
    private static final double LEAST_WIDTH = 900;
    private static final double LEAST_HEIGHT = 480;

    private final Label subject = muted();
    private final VBox lanes = new VBox(4);
    private final Label verdict = new Label();
    private final Label sizesSubject = muted();
    private final Label missing = muted();
    private final Button run = new Button();
    private final FontIcon runIcon = new FontIcon(Feather.PLAY);
    private final Label progress = muted();
    private final Button measure = new Button();
    private final List<SizePanel> charts = List.of(new SizePanel(Size.WIDTH), new SizePanel(Size.BATCH));
    private final HBox pair = new HBox(24);
    private final List<SpeedRow> rows = new ArrayList<>();
    private final List<Node> transport;
    private List<String> ids = List.of();
    private boolean running;
    private SizeFinding sizes = SizeFinding.none();
    private RaceFinding race = new RaceFinding(List.of(), 0, 0);
    private Palette palette = Palette.of(Theme.LIGHT);
    private Listener listener = new Listener() {};

    public EnginesView() {
        getStyleClass().add("engines-view");
        setMinSize(LEAST_WIDTH, LEAST_HEIGHT);
        Button close = new Button("", new FontIcon(Feather.X));
        close.setId("engines.close");
        close.getStyleClass().add("icon-button");
        close.setAccessibleText(Texts.get("line.close"));
        Hint.give(close, Texts.get("engines.closeHint"));
        close.setOnAction(e -> listener.closePressed());
        run.setId("engines.run");
        run.setGraphic(runIcon);
        run.getStyleClass().addAll("primary", "run-button");
        run.setMinWidth(96);
        Hint.give(run, Texts.get("engines.runHint"));
        run.setOnAction(e -> listener.racePressed());
        measure.setId("engines.measure");
        measure.getStyleClass().add("small-control");
        measure.setMinWidth(USE_PREF_SIZE);
        Hint.give(measure, Texts.get("engines.measureHint"));
        measure.setOnAction(e -> listener.measurePressed());
        verdict.setId("engines.verdict");
        verdict.getStyleClass().addAll("window-title", "engines-verdict");
        verdict.setWrapText(true);
        missing.setId("engines.missing");
        missing.setWrapText(true);
        missing.setMinHeight(USE_PREF_SIZE); // all of it is read
        for (SizePanel chart : charts) {
            HBox.setHgrow(chart, Priority.ALWAYS);
            chart.setPrefWidth(0);
            chart.setMinWidth(0);
            pair.getChildren().add(chart);
        }
        VBox.setVgrow(pair, Priority.ALWAYS);
        Region line = new Region();
        line.getStyleClass().add("engines-line");
        getChildren().setAll(header("engines.title", subject, close), lanes, verdict, line,
                header("engines.sizes", sizesSubject, measure), pair, missing);
        Region space = new Region();
        space.setMinWidth(ROOM);
        progress.setMinWidth(120);
        transport = List.of(space, run, progress);
        showSizes(SizeFinding.none());
        showRunning(false, false);
    }

    /// What the user wants; every method may be left out.
    public interface Listener {
        /// The race begins anew, or stops.
        default void racePressed() {}

        /// Speeds by size are to be measured, or no longer.
        default void measurePressed() {}

        default void closePressed() {}
    }

    public void setListener(Listener next) {
        listener = next;
    }

    private static Label muted() {
        Label label = new Label();
        label.getStyleClass().add("muted");
        label.setMinWidth(0);
        return label;
    }

    private static HBox header(String title, Label about, Node beside) {
        Label name = new Label(Texts.get(title));
        name.getStyleClass().add("panel-title");
        name.setMinWidth(USE_PREF_SIZE);
        HBox end = new HBox(beside);
        end.setAlignment(Pos.CENTER_RIGHT);
        end.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(end, Priority.ALWAYS);
        HBox header = new HBox(name, about, end);
        header.getStyleClass().add("panel-header");
        return header;
    }

    /// What takes the place of training's own controls in the bar on top, from left to right.
    public List<Node> transport() {
        return transport;
    }

    /// Where the keyboard begins.
    public Node first() {
        return run;
    }

    public void setTheme(Palette colors) {
        palette = colors;
        charts.forEach(chart -> chart.setTheme(colors));
        showRace(race);
    }

    /// @param about what is trained in the race, a few words
    public void showSubject(String about) {
        subject.setText(about);
    }

    /// Which of both goes on.
    public void showRunning(boolean racing, boolean measuring) {
        if (running != racing) {
            running = racing;
            showRace(race);
        }
        run.setText(Texts.get(racing ? "engines.stop" : "race.run"));
        runIcon.setIconCode(racing ? Feather.SQUARE : Feather.PLAY);
        measure.setText(Texts.get(measuring ? "engines.stop" : "engines.measure"));
    }

    /// Whether an engine's speed in the race is known.
    public boolean isRaced() {
        return race.lanes().stream().anyMatch(RaceWords::isMeasured);
    }

    /// Whether a speed by size is known.
    public boolean isMeasured() {
        return sizes.charts().stream().anyMatch(chart -> chart.contenders() > 0);
    }

    /// What is trained in the race, a few words.
    public String subject() {
        return subject.getText();
    }

    /// What is measured by size, or how much of it is by now.
    public String sizesSubject() {
        return sizesSubject.getText();
    }

    /// The race once more, as it stands now, for a picture.
    public Region raceAgain(Palette colors) {
        EnginesView other = again(colors);
        VBox lines = new VBox(12, other.lanes, other.verdict);
        lines.setAlignment(Pos.CENTER_LEFT);
        return lines;
    }

    /// The speeds by size once more, for a picture.
    public Region sizesAgain(Palette colors) {
        EnginesView other = again(colors);
        VBox.setVgrow(other.pair, Priority.ALWAYS);
        return new VBox(8, other.pair, other.missing);
    }

    private EnginesView again(Palette colors) {
        EnginesView other = new EnginesView();
        other.running = running;
        other.setTheme(colors);
        other.showRace(race);
        other.showSizes(sizes);
        return other;
    }

    /// How the race stands.
    public void showRace(RaceFinding newest) {
        race = newest;
        List<String> next = newest.lanes().stream().map(EngineLane::id).toList();
        if (!next.equals(ids)) {
            ids = next;
            rows.clear();
            next.forEach(id -> rows.add(new SpeedRow(id)));
            lanes.getChildren().setAll(rows);
        }
        List<EngineLane> measured = newest.lanes().stream().filter(RaceWords::isMeasured)
                .sorted(Comparator.comparingDouble(EngineLane::rate)).toList();
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).show(newest.lanes().get(i), measured, running, palette);
        }
        verdict.setText(RaceWords.verdict(newest));
        progress.setText(newest.round() == 0 ? "" : Texts.get("engines.round", newest.round(), newest.rounds()));
    }

    /// Speeds by size, as far as they are measured.
    public void showSizes(SizeFinding newest) {
        sizes = newest;
        for (int i = 0; i < charts.size(); i++) {
            charts.get(i).show(newest.charts().get(i));
        }
        sizesSubject.setText(!newest.words().isEmpty() ? Sentences.local(newest.words())
                : newest.measured() == 0 || newest.isOver() ? Texts.get("engines.sizesSubject")
                : Texts.get("engines.measured", newest.measured(), newest.of()));
        missing.setText(((newest.isUnsteady() ? Texts.get("engines.unsteady") + " " : "")
                + SizeWords.missing(newest.charts().getFirst())).strip());
        missing.setManaged(!missing.getText().isEmpty());
    }
}

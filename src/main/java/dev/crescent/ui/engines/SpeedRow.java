package dev.crescent.ui.engines;

import dev.crescent.insight.engines.EngineLane;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.Sentences;
import dev.crescent.ui.Texts;
import dev.crescent.ui.bars.Counts;
import dev.crescent.ui.theme.Palette;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;

/// One engine's lane: its name and what it runs on, its meter, samples a second, how many times the slowest, and how far it
/// has come; or why it is out of the race.
final class SpeedRow extends HBox {
    private static final double HEAD = 236;
    private static final double RATE = 184;
    private static final double RATIO = 128;
    private static final double REACHED = 128;
    private static final double DOT = 5;

    private final Circle dot = new Circle(DOT);
    private final Label name = new Label();
    private final Label machine = caption();
    private final SpeedBar bar = new SpeedBar();
    private final Label words = new Label();
    private final Label rate = new Label();
    private final Label spread = caption();
    private final Label ratio = new Label();
    private final Label slowest = caption();
    private final Label loss = new Label();
    private final Label epoch = caption();
    private final VBox rates;
    private final VBox ratios;
    private final VBox reached;

    SpeedRow(String id) {
        super(16);
        setId("engines.lane." + id);
        getStyleClass().add("speed-row");
        setAlignment(Pos.CENTER_LEFT);
        name.setText(EngineLook.name(id));
        name.getStyleClass().add("window-title");
        machine.setWrapText(true);
        HBox title = new HBox(8, dot, name);
        title.setAlignment(Pos.CENTER_LEFT);
        VBox head = column(HEAD, Pos.CENTER_LEFT, title, machine);
        words.setWrapText(true);
        words.setId("engines.words." + id);
        rate.getStyleClass().add("score");
        rate.setId("engines.rate." + id);
        ratio.setId("engines.ratio." + id);
        ratio.getStyleClass().add("counter");
        loss.getStyleClass().add("value");
        StackPane middle = new StackPane(bar, words);
        StackPane.setAlignment(words, Pos.CENTER_LEFT);
        HBox.setHgrow(middle, Priority.ALWAYS);
        rates = column(RATE, Pos.CENTER_RIGHT, rate, spread);
        ratios = column(RATIO, Pos.CENTER_RIGHT, ratio, slowest);
        reached = column(REACHED, Pos.CENTER_RIGHT, loss, epoch);
        getChildren().setAll(head, middle, rates, ratios, reached);
        setAccessibleRole(AccessibleRole.TEXT);
    }

    private static Label caption() {
        Label label = new Label();
        label.getStyleClass().add("caption");
        return label;
    }

    private static VBox column(double width, Pos alignment, Region... parts) {
        VBox box = new VBox(2, parts);
        box.setAlignment(alignment);
        box.setMinWidth(width);
        box.setPrefWidth(width);
        box.setMaxWidth(width);
        return box;
    }

    /// @param measuredLanes the slowest first; the fastest fills its bar
    /// @param running whether the race goes on
    void show(EngineLane lane, List<EngineLane> measuredLanes, boolean running, Palette palette) {
        EngineLane least = measuredLanes.isEmpty() ? lane : measuredLanes.getFirst();
        double fastest = measuredLanes.isEmpty() ? 0 : measuredLanes.getLast().rate();
        // Alone it is neither the slowest nor the fastest.
        boolean compared = measuredLanes.size() > 1;
        boolean out = lane.state() == EngineLane.State.OUT;
        boolean measured = lane.rate() > 0 && !out;
        dot.setFill(EngineLook.color(palette, lane.id()));
        dot.setOpacity(out ? 0.45 : 1);
        machine.setText(out || lane.state() == EngineLane.State.PREPARING ? "" : Sentences.local(lane.words()));
        machine.setManaged(!machine.getText().isEmpty());
        bar.setVisible(!out);
        double full = fastest > 0 ? fastest : 1;
        bar.show(lane.rate() / full, lane.latest() / full, EngineLook.color(palette, lane.id()), palette);
        words.setText(measured ? "" : running || out ? words(lane) : Texts.get("engines.stopped"));
        words.getStyleClass().setAll("label", "muted");
        words.setTranslateX(out ? 0 : 12);
        rate.setText(Counts.rate(lane.rate()));
        spread.setText(Texts.get("engines.spread", Counts.rate(lane.low()), Counts.rate(lane.high())));
        ratio.setText(Texts.get("engines.times", RaceWords.times(lane.rate() / least.rate())));
        slowest.setText(lane.id().equals(least.id()) ? Texts.get("engines.slowest")
                : Texts.get("engines.ofSlowest", EngineLook.name(least.id())));
        loss.setText(Texts.get("engines.loss", Numbers.loss(lane.loss())));
        epoch.setText(Texts.get("engines.epoch", Numbers.fixed(lane.epoch(), lane.epoch() < 10 ? 1 : 0)));
        for (VBox column : new VBox[] {rates, ratios, reached}) {
            column.setVisible(measured && (compared || column != ratios));
            column.setManaged(!out);
        }
        setAccessibleText(name.getText() + ", " + (measured ? rate.getText() + " " + Texts.get("top.rate") + ", "
                + (compared ? ratio.getText() + " " + slowest.getText() + ", " : "") + loss.getText() + ", " + epoch.getText() : words.getText()));
    }

    private static String words(EngineLane lane) {
        return switch (lane.state()) {
            case WAITING -> Texts.get("engines.waiting");
            case PREPARING -> Texts.get("engines.preparing", Sentences.local(lane.words()));
            case WARMING_UP -> Texts.get("engines.warming");
            case RACING -> Texts.get("engines.ready");
            case DONE -> "";
            case OUT -> RaceWords.sentence(Sentences.local(lane.words()));
        };
    }
}

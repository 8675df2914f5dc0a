package dev.crescent.ui.lens;

import dev.crescent.insight.step.Focus;
import dev.crescent.insight.step.LensStep;
import dev.crescent.insight.step.MathLine;
import dev.crescent.insight.step.Phase;
import dev.crescent.insight.step.StepText;
import dev.crescent.ui.Hint;
import dev.crescent.ui.Segments;
import dev.crescent.ui.Texts;
import dev.crescent.ui.network.LensMarks;
import dev.crescent.ui.pen.NodeDrawer;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One training step, part by part: where one is in it, the formulas of the unit or link that is looked at with the numbers
/// of now, and a sentence. All methods run on the JavaFX thread.
public final class LensStrip extends VBox {
    private static final double EDGES = 32 + 14; // padding, and room for a scroll bar
    /// In less width the header has just room for what can be pressed.
    private static final double TIGHT = 460;

    private final Label about = new Label();
    private final Button fewer = icon(Feather.CHEVRON_LEFT, "step.sampleBefore", "step.sampleBefore");
    private final Label sampleCount = new Label();
    private final Button more = icon(Feather.CHEVRON_RIGHT, "step.sampleAfter", "step.sampleAfter");
    private final HBox samples = new HBox(fewer, sampleCount, more);
    private final ToggleButton one = choice("step.one");
    private final ToggleButton batch = choice("step.batch");
    private final Segments subject = new Segments(List.of(one, batch), number -> choose(number == 1));
    private final PhaseTrack track = new PhaseTrack(number -> listener().phaseWanted(number));
    private final VBox rows = new VBox();
    private final ScrollPane scroll = new ScrollPane(rows);
    private final Label caption = new Label();
    private final Button back = new Button("", new FontIcon(Feather.CHEVRON_LEFT));
    private final Button next = new Button(Texts.get("step.next"), new FontIcon(Feather.CHEVRON_RIGHT));
    private final Button take = new Button(Texts.get("step.take"));
    private Listener listener = new Listener() {};
    private @Nullable Shown shown;
    private double fittedTo;

    /// What is under the lens.
    ///
    /// @param sample of the mini-batch, from 0
    /// @param phase the number of the part of the step
    /// @param about whose step it is, a few words
    /// @param ofBatch whether it is the next mini-batch's
    /// @param canChooseSample whether a sample can be pinned
    /// @param caption one sentence
    public record Shown(LensStep step, int sample, int phase, Focus focus, String about, boolean ofBatch,
                        boolean canChooseSample, String caption) {
        /// The part of the step.
        public Phase at() {
            return Phase.of(step.depth()).get(phase);
        }

        /// What is written on the network.
        public LensMarks marks() {
            return StepMarks.of(step, sample, at(), focus);
        }

        List<MathLine> lines() {
            return new StepText(step, sample).lines(at(), focus);
        }

        boolean isLast() {
            return phase == Phase.of(step.depth()).size() - 1;
        }
    }

    /// What the user wants; every method may be left out.
    public interface Listener {
        /// @param number of a part of the step
        default void phaseWanted(int number) {}

        /// @param by 1 for the next sample of the mini-batch, -1 for the one before
        default void sampleWanted(int by) {}

        /// @param next whether the next mini-batch is to be looked at, or one sample
        default void batchWanted(boolean next) {}

        /// The step is to be taken.
        default void takeWanted() {}

        default void closeWanted() {}
    }

    public LensStrip() {
        getStyleClass().add("step-lens");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        accessibleTextProperty().bind(caption.textProperty().map(text -> Texts.get("step.title") + ". " + text));
        setId("step");
        rows.getStyleClass().add("step-rows");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.setMinHeight(0);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(header(), track, scroll, footer());
        widthProperty().subscribe(width -> {
            track.setRoom(width.doubleValue() - getInsets().getLeft() - getInsets().getRight());
            writeCount();
        });
    }

    private HBox header() {
        Label title = new Label(Texts.get("step.title"));
        title.getStyleClass().add("panel-title");
        title.setMinWidth(USE_PREF_SIZE);
        about.getStyleClass().add("muted");
        about.setId("step.about");
        about.setMinWidth(0);
        sampleCount.getStyleClass().add("caption");
        sampleCount.setId("step.count");
        samples.setAlignment(Pos.CENTER);
        samples.setMinWidth(USE_PREF_SIZE);
        fewer.setOnAction(e -> listener.sampleWanted(-1));
        more.setOnAction(e -> listener.sampleWanted(1));
        Button close = icon(Feather.X, "step.close", "step.close");
        close.setOnAction(e -> listener.closeWanted());
        HBox header = new HBox(title, about, space(), samples, subject, close);
        header.getStyleClass().add("panel-header");
        return header;
    }

    /// The choice is shown when it has been made.
    private void choose(boolean ofBatch) {
        Shown now = shown;
        subject.choose(now == null || now.ofBatch() ? 1 : 0);
        listener.batchWanted(ofBatch);
    }

    private HBox footer() {
        caption.getStyleClass().add("caption");
        caption.setId("step.caption");
        caption.setWrapText(true);
        caption.setMinWidth(0);
        caption.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(caption, Priority.ALWAYS);
        caption.setMaxWidth(Double.MAX_VALUE);
        back.setId("step.back");
        next.setId("step.next");
        take.setId("step.take");
        back.setAccessibleText(Texts.get("step.back"));
        Hint.give(back, Texts.get("step.backHint"));
        Hint.give(next, Texts.get("step.nextHint"));
        Hint.give(take, Texts.get("step.takeHint"));
        back.getStyleClass().addAll("small-control", "icon-button", "framed");
        next.getStyleClass().add("small-control");
        take.getStyleClass().add("small-control");
        for (Button button : List.of(back, next, take)) {
            button.setMinWidth(USE_PREF_SIZE);
        }
        back.setOnAction(e -> go(-1));
        next.setOnAction(e -> go(1));
        take.setOnAction(e -> listener.takeWanted());
        HBox footer = new HBox(8, caption, back, next, take);
        footer.setAlignment(Pos.CENTER_LEFT);
        footer.getStyleClass().add("step-footer");
        return footer;
    }

    private void go(int by) {
        Shown now = shown;
        if (now != null) {
            listener.phaseWanted(now.phase() + by);
        }
    }

    private static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    private static Button icon(Feather icon, String key, String id) {
        Button button = new Button("", new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll("icon-button", "small-control");
        button.setAccessibleText(Texts.get(key));
        Hint.give(button, Texts.get(key));
        return button;
    }

    private static ToggleButton choice(String key) {
        ToggleButton button = new ToggleButton(Texts.get(key));
        button.setId(key);
        button.getStyleClass().add("small-control");
        Hint.give(button, Texts.get(key + "Hint"));
        return button;
    }

    public void setListener(Listener to) {
        listener = to;
    }

    private Listener listener() {
        return listener;
    }

    public void show(Shown newest) {
        shown = newest;
        about.setText(newest.about());
        one.setDisable(!newest.canChooseSample());
        subject.choose(newest.ofBatch() ? 1 : 0);
        boolean several = newest.step().count() > 1;
        samples.setVisible(several);
        samples.setManaged(several);
        writeCount();
        track.setVisible(true);
        track.show(Phase.of(newest.step().depth()), newest.phase());
        boolean last = newest.isLast();
        back.setVisible(true);
        back.setDisable(newest.phase() == 0);
        next.setVisible(!last);
        next.setManaged(!last);
        take.setVisible(last && newest.ofBatch());
        take.setManaged(last && newest.ofBatch());
        caption.setText(newest.caption());
        refresh();
    }

    /// Which sample of how many, in fewer letters where the header is full.
    private void writeCount() {
        Shown now = shown;
        if (now != null) {
            sampleCount.setText(Texts.get(getWidth() < TIGHT ? "step.countShort" : "step.count", now.sample() + 1, now.step().count()));
        }
    }

    /// Shows no step, and says why.
    public void say(String sentence) {
        shown = null;
        about.setText("");
        for (Node part : List.of(samples, track, back, next, take)) {
            part.setVisible(false);
        }
        rows.getChildren().clear();
        caption.setText(sentence);
    }

    private void refresh() {
        Shown now = shown;
        if (now != null) {
            double most = Math.max(200, getWidth() - EDGES);
            fittedTo = most;
            rows.getChildren().setAll(now.lines().stream().map(line -> new MathRow(line, most)).toList());
            scroll.setVvalue(0);
        }
    }

    /// What is under the lens; null for nothing.
    public @Nullable Shown shown() {
        return shown;
    }

    /// The formulas and the sentence of a part of a step, for a picture.
    ///
    /// @param width that they have, in pixels
    public static Region formulas(Shown of, double width) {
        Label sentence = new Label(of.caption());
        sentence.getStyleClass().add("caption");
        sentence.setWrapText(true);
        VBox lines = new VBox();
        lines.getStyleClass().add("step-rows");
        NodeDrawer.outline(lines);
        lines.getChildren().setAll(of.lines().stream().map(line -> new MathRow(line, width)).toList());
        return new VBox(12, lines, sentence);
    }

    /// Whether a button leads to the next part, or takes the step.
    public boolean isForward(Object button) {
        return button == next || button == take;
    }

    /// All formulas as they are written, for tests.
    public List<String> formulas() {
        return rows.getChildren().stream().map(Node::getAccessibleText).toList();
    }

    @Override
    protected void layoutChildren() {
        if (shown != null && Math.max(200, getWidth() - EDGES) != fittedTo) {
            refresh();
        }
        super.layoutChildren();
    }
}

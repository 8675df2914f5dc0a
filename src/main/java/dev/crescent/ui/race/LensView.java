package dev.crescent.ui.race;

import dev.crescent.insight.descent.StepLine;
import dev.crescent.ui.Hint;
import dev.crescent.ui.Segments;
import dev.crescent.ui.Sentences;
import dev.crescent.ui.Texts;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
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

/// One optimizer's last step along one coordinate: every formula with the numbers of now, all at once or line by line with
/// a sentence on each.
public final class LensView extends VBox {
    private static final double PADDING = 12;
    private static final double BAR = 14;
    private static final double EDGE = 1;

    private final BallBadge ball = new BallBadge(10);
    private final Button next = new Button("", ball);
    private final Label subject = new Label();
    private final ToggleButton[] axes = {axis("x"), axis("y")};
    private final VBox lines = new VBox();
    /// As high as the lines, as far as there is room.
    private final ScrollPane scroll = new ScrollPane(lines) {
        @Override
        protected double computePrefHeight(double width) {
            double inside = LensView.this.getWidth() - LensView.this.snappedLeftInset() - LensView.this.snappedRightInset();
            return lines.prefHeight(Math.max(0, inside - 2 * EDGE)) + 2 * EDGE;
        }
    };
    private final Label caption = new Label();
    private final ToggleButton slow = new ToggleButton(Texts.get("lens.slow"));
    private final Button forward = new Button(Texts.get("lens.forward"), new FontIcon(Feather.CHEVRON_RIGHT));
    private final List<LensLine> rows = new ArrayList<>();
    private Listener listener = new Listener() {};
    private Palette palette = Palette.of(Theme.LIGHT);
    private @Nullable Step shown;
    private List<String> built = List.of(); // the formulas of the rows
    private double fittedTo;

    public LensView() {
        getStyleClass().add("lens-view");
        Label title = new Label(Texts.get("lens.title"));
        title.getStyleClass().add("panel-title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        next.getStyleClass().setAll("button", "icon-button");
        next.setId("lens.next");
        Hint.give(next, Texts.get("lens.nextHint"));
        next.setAccessibleText(Texts.get("lens.nextHint"));
        next.setOnAction(e -> listener.nextBallWanted());
        HBox header = new HBox(title, space, next);
        header.getStyleClass().add("panel-header");
        lines.getStyleClass().add("lens-lines");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("lens-box");
        scroll.setMinHeight(0);
        caption.getStyleClass().add("muted");
        caption.setId("lens.caption");
        caption.setWrapText(true);
        caption.setMinHeight(Region.USE_PREF_SIZE);
        Region below = new Region();
        VBox.setVgrow(below, Priority.ALWAYS);
        getChildren().setAll(header, subjectRow(), scroll, caption, below, slowRow());
        setTheme(palette);
        clear();
    }

    /// What is under the lens.
    ///
    /// @param subject whose step it is, and which
    /// @param x lines along the first coordinate
    /// @param y along the second one, as many
    /// @param known how many of them the walk through the step has come to
    public record Step(String subject, String letter, int color, List<StepLine> x, List<StepLine> y, int known) {}

    /// What the user wants; every method may be left out.
    public interface Listener {
        /// Another optimizer is to be looked at.
        default void nextBallWanted() {}

        default void slowSwitched(boolean on) {}

        /// The next line of a slow walk is wanted.
        default void lineWanted() {}
    }

    public void setListener(Listener to) {
        listener = to;
    }

    /// Whether the steps are walked through line by line.
    public boolean isSlow() {
        return slow.isSelected();
    }

    public void setTheme(Palette colors) {
        palette = colors;
        Step now = shown;
        if (now != null) {
            ball.show(now.letter(), now.color(), colors);
        }
    }

    /// Shows no step, and says how to get one.
    public void clear() {
        shown = null;
        built = List.of();
        rows.clear();
        lines.getChildren().clear();
        scroll.setVisible(false);
        next.setVisible(false);
        subject.setText("");
        caption.setText(Texts.get("lens.empty"));
        showCaption(true);
    }

    /// Shows whose step it would be; there is none yet.
    public void showStart(String about, String letter, int color) {
        clear();
        subject.setText(about);
        next.setVisible(true);
        ball.show(letter, color, palette);
    }

    public void show(Step step) {
        shown = step;
        subject.setText(step.subject());
        next.setVisible(true);
        scroll.setVisible(true);
        ball.show(step.letter(), step.color(), palette);
        refresh();
    }

    private void refresh() {
        Step step = shown;
        if (step == null) {
            return;
        }
        boolean first = axes[0].isSelected();
        List<StepLine> now = first ? step.x() : step.y();
        rebuild(now, first ? "x" : "y");
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).show(now.get(i), i < step.known(), isSlow() && i == step.known() - 1);
        }
        if (isSlow()) {
            caption.setText(step.known() == 0 ? Texts.get("lens.slowHint") : Sentences.local(now.get(step.known() - 1).caption()));
            reveal(step.known() - 1);
        }
        showCaption(isSlow());
    }

    private void showCaption(boolean is) {
        caption.setVisible(is);
        caption.setManaged(is);
    }

    /// The rows stay as long as the formulas do: only numbers change from step to step.
    private void rebuild(List<StepLine> now, String variable) {
        double most = Math.max(120, scroll.getWidth() - 2 * PADDING - BAR);
        List<String> formulas = now.stream().map(line -> variable + ": " + line.formula()).toList();
        if (most != fittedTo || !formulas.equals(built)) {
            fittedTo = most;
            built = formulas;
            rows.clear();
            now.forEach(line -> rows.add(new LensLine(StepText.pieces(line, variable, most))));
            lines.getChildren().setAll(rows);
        }
    }

    private void reveal(int row) {
        if (row < 0 || lines.getHeight() <= scroll.getHeight()) {
            scroll.setVvalue(0);
            return;
        }
        scroll.setVvalue(rows.size() < 2 ? 0 : row / (rows.size() - 1.0));
    }

    private HBox subjectRow() {
        subject.getStyleClass().add("muted");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(8, subject, space, new Segments(List.of(axes), number -> refresh()));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private HBox slowRow() {
        slow.setId("lens.slow");
        slow.getStyleClass().add("small-control");
        Hint.give(slow, Texts.get("lens.slowHint"));
        slow.setOnAction(e -> {
            forward.setDisable(!isSlow());
            listener.slowSwitched(isSlow());
            refresh();
        });
        forward.setId("lens.forward");
        forward.getStyleClass().add("small-control");
        Hint.give(forward, Texts.get("lens.forwardHint"));
        forward.setOnAction(e -> listener.lineWanted());
        forward.setDisable(true);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(8, slow, space, forward);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static ToggleButton axis(String name) {
        ToggleButton button = new ToggleButton(name);
        button.setId("lens." + name);
        button.getStyleClass().addAll("small-control", "lens-axis");
        button.setAccessibleText(Texts.get("lens.axis", name));
        return button;
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (shown != null && Math.max(120, scroll.getWidth() - 2 * PADDING - BAR) != fittedTo) {
            refresh();
        }
    }
}

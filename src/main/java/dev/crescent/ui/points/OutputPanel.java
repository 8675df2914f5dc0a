package dev.crescent.ui.points;

import dev.crescent.data.Dataset;
import dev.crescent.experiment.Task;
import dev.crescent.insight.BoundaryLines;
import dev.crescent.insight.Confusion;
import dev.crescent.insight.Outcome;
import dev.crescent.insight.OutputField;
import dev.crescent.insight.Predictions;
import dev.crescent.insight.ValueRange;
import dev.crescent.ui.ClassNames;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.SpareRoom;
import dev.crescent.ui.Switch;
import dev.crescent.ui.Texts;
import dev.crescent.ui.theme.Palette;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The output panel: the picture over the plane, what its colors mean, its switches, the pinned sample, and where
/// it is high enough what the network makes of the test samples. In their place it can show the hidden space.
public final class OutputPanel extends VBox {
    /// In a lower panel the confusion would come and go with the pinned sample even for two classes.
    private static final double LEAST_FOR_CONFUSION = 740;

    private final OutputView view = new OutputView();
    private final ScaleLegend legend = new ScaleLegend();
    private final PinnedCard card = new PinnedCard();
    private final OutputHeader header = new OutputHeader();
    private final Label empty = new Label();
    private final SpreadRow switches = new SpreadRow();
    private final ScoreView scores = new ScoreView();
    private final ImageOffer offer = new ImageOffer();
    private final VBox content = new VBox(8, view, legend, switches, card, scores, empty, offer);
    private final ConfusionView confusion = new ConfusionView();
    private final PredictionView predictions = new PredictionView();
    private final SpareRoom room = new SpareRoom(content, confusion, 16);
    private final ScrollPane scroll = new ScrollPane(room);
    private final StackPane pictures = new StackPane();

    public OutputPanel() {
        getStyleClass().add("output-panel");
        switches.getChildren().setAll(
                switchOf("output.test", view.showTestProperty()),
                switchOf("output.contours", view.contoursProperty()),
                switchOf("output.discretize", view.discretizeProperty()));
        VBox.setMargin(switches, new Insets(4, 0, 4, 0));
        empty.getStyleClass().add("muted");
        empty.setId("output.empty");
        empty.setWrapText(true);
        VBox.setMargin(offer, new Insets(8, 0, 8, 0));
        VBox.setMargin(scores, new Insets(8, 0, 8, 0));
        room.setLeastHeight(LEAST_FOR_CONFUSION);
        room.setWanted(false);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        // The skin caches what it shows as an image, which for a moving picture is a second painting of every frame.
        scroll.skinProperty().subscribe(skin -> scroll.lookupAll(".viewport").forEach(node -> node.setCache(false)));
        scroll.visibleProperty().bind(header.hiddenProperty().not());
        pictures.getChildren().setAll(scroll);
        VBox.setVgrow(pictures, Priority.ALWAYS);
        getChildren().setAll(header, pictures);
        unpin();
        showSubject(Texts.get("output.probability"));
        showEmpty("");
    }

    /// The view that is shown in place of all else while [#hiddenProperty] says so.
    public void setHiddenSpace(Region space) {
        space.visibleProperty().bind(header.hiddenProperty());
        pictures.getChildren().setAll(scroll, space);
        header.setOnSpaceClicked(space::requestFocus);
    }

    /// Whether the hidden space is shown.
    public BooleanProperty hiddenProperty() {
        return header.hiddenProperty();
    }

    /// Whether the hidden space is to have the network's room, too.
    public BooleanProperty expandedProperty() {
        return header.expandedProperty();
    }

    /// The picture itself.
    public OutputView view() {
        return view;
    }

    public void setTheme(Palette palette) {
        view.setTheme(palette);
        legend.setTheme(palette);
        card.setTheme(palette);
        confusion.setTheme(palette);
        predictions.setTheme(palette);
    }

    public void showPoints(PointsModel points) {
        view.showPoints(points);
        legend.show(points);
    }

    /// Names the axes.
    public void showAxes(Axes axes) {
        view.showAxes(axes);
        card.showAxes(axes);
    }

    /// Shows a field, and what its colors mean.
    ///
    /// @param unit the values that get the ends of the color ramp, if the field is that of a unit; null for the output's
    public void showField(OutputField field, @Nullable ValueRange unit, BoundaryLines lines) {
        view.show(field, unit, lines);
        legend.showUnit(unit);
    }

    /// Prepares for what the network makes of the test samples of these data: a matrix of their classes, or where there is
    /// no plane a plot of their values; see [#show(Outcome)].
    ///
    /// @param data null while they are read
    public void expect(@Nullable Dataset data) {
        boolean tested = data != null && data.test().count() > 0;
        boolean values = data != null && tested && data.task() == Task.REGRESSION && data.plane() == null;
        boolean classes = tested && data != null && data.task() == Task.CLASSIFICATION;
        boolean matrix = confusion.expect(data != null && classes ? ClassNames.shown(data.classNames()) : List.of());
        predictions.clear();
        room.setExtra(values ? predictions : confusion);
        room.setWanted(values || matrix);
    }

    /// Says what is predicted for the test samples; see [#expect(Dataset)].
    ///
    /// @param name of the target, in its unit, on one line; empty where it has none
    public void nameTarget(String name) {
        predictions.setTarget(name);
    }

    /// Whether the picture over the plane is on screen.
    public boolean showsPlane() {
        return isVisible() && !hiddenProperty().get() && view.isVisible();
    }

    /// Whether what the network makes of the test samples, or a number that follows from it, is on screen; while it is
    /// not, nobody needs to count it.
    public boolean showsOutcome() {
        return isVisible() && !hiddenProperty().get() && (room.extraShownProperty().get() || scores.isVisible());
    }

    /// Shows what the network makes of the test samples of the data that [#expect] was told of.
    public void show(Outcome outcome) {
        switch (outcome) {
            case Confusion counted -> confusion.show(counted);
            case Predictions counted -> predictions.show(counted);
        }
    }

    /// Empties the matrix or the plot while samples are counted anew; see [#show(Outcome)].
    ///
    /// @param samples of the test part
    public void showCounting(int samples) {
        confusion.showCounting(samples);
        predictions.showCounting(samples);
    }

    /// What the picture is of, a few words beside the title.
    public void showSubject(String text) {
        header.setSubject(text);
    }

    /// A sentence in place of the picture; an empty one brings the picture back.
    public void showEmpty(String sentence) {
        boolean none = !sentence.isEmpty();
        empty.setText(sentence);
        room.setLeastHeight(LEAST_FOR_CONFUSION);
        arrange(!none, false, none);
    }

    /// How it is with images that are missing, in place of the picture.
    public void showOffer(ImageOffer.State state) {
        offer.show(state);
        if (!offer.isVisible()) {
            showEmpty("");
            arrange(false, false, false);
            room.setWanted(false);
            show(offer, true);
        }
    }

    /// Who is told what the user wants of missing images.
    public void setOfferListener(ImageOffer.Listener listener) {
        offer.setListener(listener);
    }

    /// Numbers in place of the picture, as for data that do not lie in a plane; see [#show(Scores)].
    public void showScores() {
        room.setLeastHeight(0);
        arrange(false, true, false);
    }

    public void show(Scores newest) {
        scores.show(newest);
    }

    private void arrange(boolean picture, boolean numbers, boolean sentence) {
        for (Region part : List.of(view, legend, switches)) {
            show(part, picture);
        }
        show(scores, numbers);
        show(empty, sentence);
        show(offer, false);
        if (!picture) {
            unpin();
        }
    }

    private static void show(Region part, boolean there) {
        part.setVisible(there);
        part.setManaged(there);
    }

    /// What the cross of the pinned sample's card does.
    public void setOnUnpin(Runnable action) {
        card.setOnClose(action);
    }

    /// Shows the pinned place and the outputs there.
    ///
    /// @param outputs one probability a class, or the one value of a regression
    public void pin(double x1, double x2, Task task, List<String> classNames, double[] outputs) {
        card.show(x1, x2, view.region(), task, classNames, outputs);
        card.setVisible(true);
        card.setManaged(true);
    }

    public void unpin() {
        card.setVisible(false);
        card.setManaged(false);
    }

    private static HBox switchOf(String key, BooleanProperty property) {
        Switch toggle = new Switch();
        toggle.selectedProperty().bindBidirectional(property);
        Tooltip hint = new Tooltip(Texts.get(key + "Hint"));
        toggle.setTooltip(hint);
        toggle.setAccessibleText(Texts.get(key));
        Label label = new Label(Texts.get(key));
        label.setLabelFor(toggle);
        label.setTooltip(hint);
        label.setMinWidth(USE_PREF_SIZE);
        label.setOnMouseClicked(e -> toggle.setSelected(!toggle.isSelected()));
        HBox row = new HBox(8, toggle, label);
        row.setMaxWidth(USE_PREF_SIZE);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}

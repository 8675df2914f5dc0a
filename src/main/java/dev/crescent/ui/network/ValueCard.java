package dev.crescent.ui.network;

import dev.crescent.ui.Texts;
import dev.crescent.ui.theme.Palette;
import java.util.OptionalDouble;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The card of one weight or bias: its value to type, to slide and to step, and where it came from. Enter keeps, Escape restores.
final class ValueCard {
    private static final double WIDTH = 264;
    private static final double INSIDE = WIDTH - 32;
    private static final double HISTORY = 48;
    private static final double LIMIT = 5;

    private final Setter setter;
    private final ParameterHistory history;
    private final Label title = new Label();
    private final Label subject = new Label();
    private final Tooltip whole = new Tooltip();
    private final Tooltip hint = new Tooltip();
    private final ValueField field = new ValueField(this::keep, this::step, this::fit);
    private final Slider slider = new Slider(-LIMIT, LIMIT, 0);
    private final HistoryCurve curve = new HistoryCurve(INSIDE, HISTORY);
    private final Label start = new Label();
    private final HBox startRow = new HBox(5);
    private final Callout callout;
    private int index = -1;
    private float opened;
    private float value;
    private boolean showing;

    /// Who changes a parameter.
    @FunctionalInterface
    interface Setter {
        void set(int index, float value);
    }

    /// What the card is about.
    ///
    /// @param index among the parameters
    /// @param what whose it is, such as "x₁ → layer 1, unit 3"
    record Subject(Kind kind, int index, String what) {}

    /// Weights and biases are edited alike.
    enum Kind {
        WEIGHT("w", "network.weight", "network.weightHint"), BIAS("b", "network.bias", "network.biasCardHint");

        final String symbol;
        private final String title;
        private final String hint;

        Kind(String symbol, String title, String hint) {
            this.symbol = symbol;
            this.title = title;
            this.hint = hint;
        }
    }

    /// @param history of all parameters, kept by somebody else
    /// @param onHidden called however it was closed
    ValueCard(Setter setter, ParameterHistory history, Runnable onHidden) {
        this.setter = setter;
        this.history = history;
        VBox card = new VBox(8);
        card.getStyleClass().add("weight-card");
        card.setPrefWidth(WIDTH);
        card.setMinWidth(WIDTH);
        card.setMaxWidth(WIDTH);
        Region line = new Region();
        line.getStyleClass().add("group-line");
        Label startName = new Label(Texts.get("network.start"));
        startName.getStyleClass().add("caption");
        start.getStyleClass().addAll("value", "caption-value");
        startRow.getChildren().setAll(startName, start);
        startRow.setAlignment(Pos.BASELINE_LEFT);
        card.getChildren().setAll(header(), field, sliderBox(), ends(), curve, startRow, line, hint());
        callout = new Callout(card, this::restore, onHidden);
        listen(card);
    }

    private Node header() {
        title.getStyleClass().add("panel-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        subject.getStyleClass().add("caption");
        subject.setTooltip(whole);
        HBox header = new HBox(8, title, subject);
        header.setAlignment(Pos.BASELINE_LEFT);
        return header;
    }

    private Node sliderBox() {
        Region zero = new Region();
        zero.getStyleClass().add("weight-zero");
        zero.setMouseTransparent(true);
        StackPane box = new StackPane(slider, zero);
        zero.setViewOrder(1);
        slider.setViewOrder(0);
        return box;
    }

    private static Node ends() {
        Label low = new Label("\u22125");
        Label middle = new Label("0");
        Label high = new Label("+5");
        Pane pane = new Pane(low, middle, high);
        for (Label label : new Label[] {low, middle, high}) {
            label.getStyleClass().add("caption");
            label.setManaged(false);
            label.setAlignment(label == low ? Pos.CENTER_LEFT : label == high ? Pos.CENTER_RIGHT : Pos.CENTER);
        }
        low.resizeRelocate(0, 0, 40, 16);
        middle.resizeRelocate(INSIDE / 2 - 20, 0, 40, 16);
        high.resizeRelocate(INSIDE - 40, 0, 40, 16);
        pane.setMinHeight(16);
        return pane;
    }

    private static Node hint() {
        HBox box = new HBox(6, key("Enter"), word("network.keep"), key("Esc"), word("network.restore"));
        box.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    private static Label key(String name) {
        Label label = new Label(name);
        label.getStyleClass().add("key");
        return label;
    }

    private static Label word(String key) {
        Label label = new Label(Texts.get(key));
        label.getStyleClass().add("caption");
        return label;
    }

    private void listen(Region card) {
        slider.getStyleClass().add("weight-slider");
        slider.setTooltip(hint);
        slider.valueProperty().addListener((p, was, is) -> {
            if (!showing) {
                change(Math.round(is.doubleValue() * 100) / 100f);
            }
        });
        card.setOnScroll(e -> {
            double delta = e.getDeltaY() != 0 ? e.getDeltaY() : e.getDeltaX();
            field.step(Math.signum(delta), e.isShiftDown());
            e.consume();
        });
    }

    void setTheme(Palette colors) {
        curve.setTheme(colors);
    }

    Setter setter() {
        return setter;
    }

    boolean isShowing() {
        return callout.isShowing();
    }

    Callout callout() {
        return callout;
    }

    TextField field() {
        return field.field();
    }

    Slider slider() {
        return slider;
    }

    HistoryCurve curve() {
        return curve;
    }

    String subject() {
        return title.getText() + " " + subject.getText();
    }

    void close() {
        callout.hide();
    }

    /// Opens the card of a parameter at a place of `owner`.
    ///
    /// @param startValue NaN if not known
    void open(Node owner, Subject of, float now, float startValue, double x, double y) {
        index = of.index();
        opened = now;
        title.setText(Texts.get(of.kind().title));
        subject.setText(of.what());
        whole.setText(of.what());
        hint.setText(Texts.get(of.kind().hint));
        field.field().setAccessibleText(subject());
        slider.setAccessibleText(subject());
        startRow.setVisible(!Float.isNaN(startValue));
        startRow.setManaged(!Float.isNaN(startValue));
        start.setText(Amounts.signed(startValue));
        field.overwrite(now);
        field.say("");
        display(now);
        callout.show(owner, x, y + 10, y - 10);
        field.field().requestFocus();
        field.field().selectAll();
    }

    /// Follows the newest parameters.
    void follow(float[] parameters) {
        if (callout.isShowing() && index < parameters.length) {
            display(parameters[index]);
        }
    }

    private void display(float now) {
        value = now;
        field.show(now);
        showing = true;
        if (!slider.isValueChanging()) {
            slider.setValue(Math.clamp(Float.isNaN(now) ? 0 : now, -LIMIT, LIMIT));
        }
        showing = false;
        curve.show(history.of(index));
    }

    private void step(double by) {
        change(ValueEditors.rounded(value + by));
    }

    private void change(float next) {
        setter.set(index, next);
        value = next;
        field.overwrite(next);
    }

    private void keep() {
        if (!field.isEdited()) {
            close();
            return;
        }
        OptionalDouble typed = field.typed();
        if (typed.isPresent()) {
            setter.set(index, (float) typed.getAsDouble());
            close();
        }
    }

    private void fit() {
        callout.fit();
    }

    String problem() {
        return field.problem();
    }

    private void restore() {
        setter.set(index, opened);
        close();
    }
}

package dev.crescent.ui.landscape;

import dev.crescent.ui.Numbers;
import dev.crescent.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What keeps a landscape honest: how much of the path's variance its plane holds, how far off the plane network and path
/// are, the drawn loss beside the true one, and on what the losses are measured. All methods run on the JavaFX thread.
public final class TrustPanel extends VBox {
    private static final double ROW = 20;
    /// A smaller distance is none: weights have seven digits.
    private static final double ROUNDING = 1e-6;

    private final Row across = new Row("trust.across");
    private final Row up = new Row("trust.up");
    private final Row held = new Row("trust.held");
    private final Row ball = new Row("trust.ball");
    private final Row path = new Row("trust.path");
    private final Row farthest = new Row("trust.farthest");
    private final Row drawn = new Row("trust.drawn");
    private final Row actual = new Row("trust.actual");
    private final Row mean = new Row("trust.mean");
    private final Row spread = new Row("trust.spread");
    private final Label cloud = heading("");
    private final VBox gradients = new VBox(cloud, grid(List.of(mean, spread)));
    private final Label measured = new Label();
    private final VBox numbers;

    /// A name and a number.
    private record Row(Label name, Label value) {
        Row(String key) {
            this(new Label(Texts.get(key)), new Label());
            name.getStyleClass().add("muted");
            value.getStyleClass().add("value");
            value.setId(key);
            value.setMinWidth(Region.USE_PREF_SIZE);
        }

        void show(String text) {
            value.setText(text);
        }
    }

    public TrustPanel() {
        getStyleClass().add("trust-panel");
        Label title = new Label(Texts.get("trust.title"));
        title.getStyleClass().add("panel-title");
        VBox header = new VBox(title);
        header.getStyleClass().add("panel-header");
        measured.getStyleClass().add("caption");
        measured.setWrapText(true);
        measured.setMinHeight(Region.USE_PREF_SIZE);
        measured.setId("trust.measured");
        numbers = new VBox(8, section("trust.variance", List.of(across, up, held)),
                section("trust.off", List.of(ball, path, farthest)), section("trust.loss", List.of(drawn, actual)),
                gradients, measured);
        ScrollPane scroll = new ScrollPane(numbers);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.setMinHeight(0);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(header, scroll);
        showGradients(0, 0, 0);
        clear();
    }

    private static VBox section(String key, List<Row> rows) {
        return new VBox(heading(Texts.get(key)), grid(rows));
    }

    private static Label heading(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("caption", "value");
        label.setMinHeight(ROW);
        return label;
    }

    private static GridPane grid(List<Row> rows) {
        GridPane grid = new GridPane(8, 0);
        ColumnConstraints names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        names.setMinWidth(0);
        ColumnConstraints values = new ColumnConstraints();
        values.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints().setAll(names, values);
        grid.setAlignment(Pos.CENTER_LEFT);
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).name.setMinHeight(ROW);
            grid.addRow(i, rows.get(i).name, rows.get(i).value);
        }
        return grid;
    }

    /// Shows how far the picture on screen can be trusted.
    public void show(Trust trust) {
        numbers.setVisible(true);
        across.name.setText(trust.acrossName());
        up.name.setText(trust.upName());
        across.show(Numbers.percent(trust.across(), 1));
        up.show(Numbers.percent(trust.up(), 1));
        held.show(Numbers.percent(Math.min(1, trust.across() + trust.up()), 1));
        ball.show(distance(trust.ball()));
        path.show(distance(trust.path()));
        farthest.show(distance(trust.farthest()));
        drawn.show(Numbers.loss(trust.drawn()));
        actual.show(Numbers.loss(trust.actual()));
        measured.setText(trust.measured());
    }

    private static String distance(double value) {
        return Numbers.loss(value < ROUNDING ? 0 : value);
    }

    /// Shows how mini-batches' gradients differ.
    ///
    /// @param batchSize samples in each; 0 for no gradients
    /// @param length of their mean on the plane
    /// @param spreads how far they lie from it, the root of the mean of the squares
    public void showGradients(int batchSize, double length, double spreads) {
        gradients.setVisible(batchSize > 0);
        gradients.setManaged(batchSize > 0);
        cloud.setText(Texts.get("trust.gradients", batchSize));
        mean.show(Numbers.loss(length));
        spread.show(Numbers.loss(spreads));
    }

    /// Shows nothing, as where there is no picture.
    public void clear() {
        numbers.setVisible(false);
    }

    /// All of its words, for tests and screen readers.
    public String text() {
        List<String> words = new ArrayList<>();
        for (Row row : List.of(across, up, held, ball, path, farthest, drawn, actual)) {
            words.add(row.name.getText() + " " + row.value.getText());
        }
        words.add(measured.getText());
        return String.join("\n", words);
    }
}

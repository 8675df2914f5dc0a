package dev.crescent.ui.race;

import dev.crescent.ui.TextFit;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A table of a race with a row an optimizer: its ball, and numbers beside it. All methods run on the JavaFX thread.
public final class RaceTable extends VBox {
    private static final double ROW = 22;
    private static final double BALL = 8;
    private static final double NARROWEST = 44;

    private final GridPane grid = new GridPane(8, 0);
    private final String title;
    private final List<String> names;
    private final int columns;
    private final List<BallBadge> balls = new ArrayList<>();
    private final List<List<Label>> cells = new ArrayList<>();
    private List<Row> shown = List.of();
    private Palette palette = Palette.of(Theme.LIGHT);

    /// One optimizer's row.
    ///
    /// @param cells one text a column
    public record Row(String letter, int color, List<String> cells) {}

    /// @param title above the table; empty for none
    /// @param names of the columns
    public RaceTable(String title, List<String> names) {
        this.title = title;
        this.names = List.copyOf(names);
        columns = names.size();
        Label heading = new Label(title);
        heading.getStyleClass().addAll("caption", "value");
        heading.setMinHeight(ROW);
        heading.setVisible(!title.isEmpty());
        heading.setManaged(!title.isEmpty());
        grid.getColumnConstraints().add(new ColumnConstraints(2 * BALL + 4));
        for (int i = 0; i < columns; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setHgrow(Priority.ALWAYS);
            column.setHalignment(HPos.RIGHT);
            column.setMinWidth(Math.max(NARROWEST, TextFit.width(names.get(i)) + 6));
            grid.getColumnConstraints().add(column);
            Label name = new Label(names.get(i));
            name.getStyleClass().add("caption");
            name.setMinSize(USE_PREF_SIZE, ROW);
            grid.add(name, i + 1, 0);
        }
        getChildren().setAll(heading, grid);
    }

    public void setTheme(Palette colors) {
        palette = colors;
        refresh();
    }

    public void show(List<Row> rows) {
        shown = List.copyOf(rows);
        while (cells.size() > rows.size()) {
            grid.getChildren().remove(balls.removeLast());
            grid.getChildren().removeAll(cells.removeLast());
        }
        while (cells.size() < rows.size()) {
            add(cells.size());
        }
        refresh();
    }

    /// Another one that shows the same, for a picture.
    public RaceTable again(Palette colors) {
        RaceTable other = new RaceTable(title, names);
        other.setTheme(colors);
        other.show(shown);
        return other;
    }

    private void add(int row) {
        BallBadge ball = new BallBadge(BALL);
        balls.add(ball);
        grid.add(ball, 0, row + 1);
        List<Label> line = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            Label cell = new Label();
            cell.setMinSize(USE_PREF_SIZE, ROW);
            cell.setAlignment(Pos.CENTER_RIGHT);
            cell.getStyleClass().add(i == columns - 1 ? "value" : "muted");
            line.add(cell);
            grid.add(cell, i + 1, row + 1);
        }
        cells.add(line);
    }

    private void refresh() {
        for (int row = 0; row < shown.size(); row++) {
            Row of = shown.get(row);
            balls.get(row).show(of.letter(), of.color(), palette);
            for (int i = 0; i < columns; i++) {
                cells.get(row).get(i).setText(of.cells().get(i));
            }
        }
    }

    /// Its numbers, row by row, for tests and screen readers.
    public List<List<String>> texts() {
        return shown.stream().map(Row::cells).toList();
    }
}

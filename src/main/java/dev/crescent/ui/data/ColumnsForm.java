package dev.crescent.ui.data;

import dev.crescent.data.ColumnChoice;
import dev.crescent.data.TableSurvey;
import dev.crescent.experiment.Task;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.Segments;
import dev.crescent.ui.Texts;
import dev.crescent.ui.WholeText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Chooses what of a table is learned, from which columns, and what becomes of rows with gaps. Says what stands in the way
/// of a choice that cannot be trained on.
public final class ColumnsForm extends VBox {
    private static final int MOST_WORDS = 4;
    private static final double LIST_HEIGHT = 240;
    private static final double MOST_LIST_HEIGHT = 320;
    private static final double ROW_HEIGHT = 26;
    private static final double PADDING = 16;
    private static final double NAME_WIDTH = 150;
    private static final int LEAST_GROUPED = 10_000;

    private final TableSurvey survey;
    private final ComboBox<String> target = new ComboBox<>();
    private final ToggleButton classes = new ToggleButton(Texts.get("columns.classes"));
    private final ToggleButton value = new ToggleButton(Texts.get("columns.value"));
    private final Segments task = new Segments(List.of(classes, value), this::taskChosen);
    private final Label count = new Label();
    private final List<CheckBox> boxes = new ArrayList<>();
    private final CheckBox skip = new CheckBox();
    private final CheckBox divide = new CheckBox();
    private final ColumnChoice before;
    private final Label verdict = new Label();
    private final ReadOnlyBooleanWrapper possible = new ReadOnlyBooleanWrapper();
    private Task chosenTask;

    /// @param now what is chosen at first
    /// @param unit what the values of that target are divided by
    public ColumnsForm(TableSurvey survey, ColumnChoice now, double unit) {
        this.survey = survey;
        before = now;
        chosenTask = now.task();
        getStyleClass().add("columns-form");
        target.setId("columns.target");
        target.getItems().setAll(survey.columns().stream().map(TableSurvey.Column::name).toList());
        target.getSelectionModel().select(now.target());
        target.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(target, Priority.ALWAYS);
        Label learn = new Label(Texts.get("columns.target"));
        learn.setLabelFor(target);
        target.setAccessibleText(Texts.get("columns.targetName"));
        learn.setMinWidth(USE_PREF_SIZE);
        classes.setId("columns.classes");
        value.setId("columns.value");
        HBox first = new HBox(8, learn, target, task);
        first.setAlignment(Pos.CENTER_LEFT);
        Label from = new Label(Texts.get("columns.from"));
        from.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(from, Priority.ALWAYS);
        count.getStyleClass().add("muted");
        VBox list = new VBox();
        list.getStyleClass().add("column-rows");
        for (int i = 0; i < survey.columns().size(); i++) {
            list.getChildren().add(row(i, now.features().contains(i)));
        }
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        // Where GTK is slow a dialog is sized before its styles are known, and the list would be what gives way.
        double whole = ROW_HEIGHT * survey.columns().size() + PADDING;
        scroll.setMinHeight(Math.min(LIST_HEIGHT, whole));
        scroll.setPrefHeight(Math.min(MOST_LIST_HEIGHT, whole)); // else that of all rows, far beyond the screen
        VBox.setVgrow(scroll, Priority.ALWAYS);
        skip.setId("columns.skip");
        skip.setSelected(now.skipsGaps());
        skip.selectedProperty().subscribe((was, is) -> judge());
        divide.setId("columns.divide");
        divide.setSelected(unit != 1);
        divide.setText(Texts.get("columns.divide", survey.columns().get(now.target()).name(), Numbers.exact(unit)));
        divide.setMnemonicParsing(false);
        divide.setVisible(unit != 1);
        divide.managedProperty().bind(divide.visibleProperty());
        verdict.setId("columns.verdict");
        verdict.setWrapText(true);
        verdict.setMinHeight(36); // two lines, so that nothing moves
        getChildren().setAll(first, new HBox(from, count), scroll, skip, divide, verdict);
        target.getSelectionModel().selectedIndexProperty().subscribe((was, is) -> targetChosen());
        task.choose(chosenTask == Task.CLASSIFICATION ? 0 : 1);
        judge();
    }

    private HBox row(int column, boolean chosen) {
        TableSurvey.Column of = survey.columns().get(column);
        CheckBox box = new CheckBox(of.name());
        box.setId("columns.use." + (column + 1));
        box.setMnemonicParsing(false);
        box.setSelected(chosen && of.isNumeric());
        box.setPrefWidth(NAME_WIDTH);
        box.setMinWidth(NAME_WIDTH);
        WholeText.whenCut(box);
        box.selectedProperty().subscribe((was, is) -> judge());
        boxes.add(box);
        Label holds = new Label(words(of));
        holds.getStyleClass().add("muted");
        WholeText.whenCut(holds);
        box.setAccessibleHelp(holds.getText());
        HBox row = new HBox(8, box, holds);
        row.setMinHeight(ROW_HEIGHT);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private String words(TableSurvey.Column column) {
        String holds;
        if (column.isNumeric()) {
            holds = Texts.get("columns.numbers", written(column.least()), written(column.greatest()));
        } else if (column.words().isEmpty()) {
            return Texts.get("columns.nothing");
        } else {
            List<String> words = column.words();
            holds = Texts.get("columns.words", String.join(", ", words.subList(0, Math.min(MOST_WORDS, words.size())))
                    + (words.size() > MOST_WORDS ? ", \u2026" : ""));
        }
        int gaps = column.isNumeric() ? column.gaps().cardinality() : column.classless().cardinality();
        return gaps == 0 ? holds : Texts.get("columns.withGaps", holds, gaps);
    }

    /// As in the file: 39.1 is no 39.09999847412109, and a year has no separator of thousands.
    private static String written(float number) {
        boolean plain = number == Math.rint(number) && Math.abs(number) < LEAST_GROUPED;
        return plain ? Integer.toString((int) number) : Numbers.exact(Double.parseDouble(Float.toString(number)));
    }

    private void taskChosen(int index) {
        chosenTask = index == 0 ? Task.CLASSIFICATION : Task.REGRESSION;
        judge();
    }

    private void targetChosen() {
        chosenTask = ColumnChoice.suited(survey.columns().get(target()));
        task.choose(chosenTask == Task.CLASSIFICATION ? 0 : 1);
        judge();
    }

    private int target() {
        return Math.max(0, target.getSelectionModel().getSelectedIndex());
    }

    /// What is chosen now, which may be impossible.
    public ColumnChoice choice() {
        List<Integer> features = IntStream.range(0, boxes.size())
                .filter(i -> i != target() && boxes.get(i).isSelected()).boxed().toList();
        ColumnChoice chosen = new ColumnChoice(target(), chosenTask, features, false);
        boolean skips = skip.isSelected() && chosen.rowsWithGaps(survey) > 0;
        return new ColumnChoice(chosen.target(), chosen.task(), features, skips);
    }

    /// Whether the values of the target stay divided as they were. Those of another target, or its classes, never are.
    public boolean staysDivided() {
        return divide.isSelected();
    }

    /// Whether what is chosen can be trained on.
    public ReadOnlyBooleanProperty possibleProperty() {
        return possible.getReadOnlyProperty();
    }

    private void judge() {
        TableSurvey.Column learned = survey.columns().get(target());
        value.setDisable(!learned.isNumeric());
        divide.setDisable(target() != before.target() || chosenTask != before.task());
        for (int i = 0; i < boxes.size(); i++) {
            boxes.get(i).setDisable(i == target() || !survey.columns().get(i).isNumeric());
        }
        ColumnChoice chosen = choice();
        count.setText(Texts.get("columns.count", chosen.features().size(), survey.columns().size() - 1));
        int gaps = chosen.rowsWithGaps(survey);
        skip.setText(Texts.get("columns.skip", gaps, survey.rows()));
        skip.setDisable(gaps == 0);
        String problem = problem(chosen, learned, gaps);
        possible.set(problem.isEmpty());
        int used = survey.rows() - (chosen.skipsGaps() ? gaps : 0);
        verdict.setText(problem.isEmpty() ? Texts.get("columns.verdict", learned.name(), chosen.features().size(), used) : problem);
        verdict.getStyleClass().setAll("label", problem.isEmpty() ? "muted" : "danger-text");
    }

    private String problem(ColumnChoice chosen, TableSurvey.Column learned, int gaps) {
        if (chosen.features().isEmpty()) {
            return Texts.get("columns.noFeature");
        }
        if (learned.different() < 2 && chosen.task() == Task.CLASSIFICATION) {
            return Texts.get("columns.oneClass", learned.name());
        }
        if (gaps > 0 && !chosen.skipsGaps()) {
            return Texts.get("columns.gaps", gaps);
        }
        return survey.rows() - gaps < 2 ? Texts.get("columns.allGaps") : "";
    }
}

package dev.crescent.ui.data;

import dev.crescent.ui.Hint;
import dev.crescent.ui.Texts;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/// The field that a formula is typed in; what is wrong with it stands below. Enter adds it, Esc gives up.
final class FormulaEntry extends VBox {
    private final TextField field = new TextField();
    private final Label problem = new Label();
    private final Function<String, Optional<String>> check;
    private final Consumer<String> add;

    /// @param check says what is wrong with a text
    /// @param add takes a right one
    FormulaEntry(Function<String, Optional<String>> check, Consumer<String> add) {
        this.check = check;
        this.add = add;
        getStyleClass().add("formula-entry");
        field.setId("features.field");
        field.setPromptText(Texts.get("features.prompt"));
        field.setAccessibleText(Texts.get("features.add"));
        Hint.give(field, Texts.get("features.addHint"));
        problem.setId("features.problem");
        problem.getStyleClass().addAll("danger-text", "caption");
        problem.setWrapText(true);
        problem.setMinHeight(USE_PREF_SIZE);
        field.accessibleHelpProperty().bind(problem.textProperty());
        getChildren().setAll(field, problem);
        field.setOnAction(e -> take());
        // What was wrong is taken back as soon as it is mended, but nobody is scolded in the middle of a word.
        field.textProperty().subscribe(() -> {
            if (problem.isManaged()) {
                say(check.apply(field.getText()).orElse(""));
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                close();
                e.consume();
            }
        });
        field.focusedProperty().subscribe((was, is) -> {
            if (was && !is && field.getText().isBlank()) {
                close();
            }
        });
        close();
    }

    void open() {
        field.clear();
        say("");
        setVisible(true);
        setManaged(true);
        field.requestFocus();
    }

    private void close() {
        setVisible(false);
        setManaged(false);
    }

    private void take() {
        Optional<String> wrong = check.apply(field.getText());
        wrong.ifPresentOrElse(this::say, () -> {
            close();
            add.accept(field.getText().strip());
        });
    }

    private void say(String sentence) {
        problem.setText(sentence);
        problem.setVisible(!sentence.isEmpty());
        problem.setManaged(!sentence.isEmpty());
    }
}

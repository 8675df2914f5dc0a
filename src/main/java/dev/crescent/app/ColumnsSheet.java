package dev.crescent.app;

import dev.crescent.data.ColumnChoice;
import dev.crescent.data.DataException;
import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import dev.crescent.data.TableSurvey;
import dev.crescent.experiment.Data;
import dev.crescent.experiment.Source;
import dev.crescent.ui.Sentences;
import dev.crescent.ui.Texts;
import dev.crescent.ui.data.ColumnsForm;
import dev.crescent.ui.zoom.ZoomedDialog;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.stage.Stage;

/// Lets the user choose which columns of the table on the bench are learned, and from which. Belongs to the JavaFX thread.
final class ColumnsSheet {
    private static final double WIDTH = 480;

    private final Stage owner;
    private final Workbench bench;
    private final ExecutorService worker;
    private final Consumer<String> warn;

    /// @param worker one thread for files
    /// @param warn tells the user a sentence
    ColumnsSheet(Stage owner, Workbench bench, ExecutorService worker, Consumer<String> warn) {
        this.owner = owner;
        this.bench = bench;
        this.worker = worker;
        this.warn = warn;
    }

    /// Looks at the table, then shows the choice; nothing if the data are no table.
    void open() {
        Data data = bench.experiment().data();
        if (data.source() instanceof Source.Csv csv) {
            worker.execute(() -> {
                try {
                    TableSurvey survey = TableSurvey.of(csv.path());
                    ColumnChoice now = ColumnChoice.of(csv, survey);
                    Platform.runLater(() -> show(data, csv, survey, now));
                } catch (DataException e) {
                    Platform.runLater(() -> warn.accept(Sentences.of(e)));
                }
            });
        }
    }

    private void show(Data data, Source.Csv csv, TableSurvey survey, ColumnChoice now) {
        ColumnsForm form = new ColumnsForm(survey, now);
        form.setPadding(new Insets(16, 16, 0, 16));
        form.setPrefWidth(WIDTH);
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle(Texts.get("columns.sheet", survey.name()));
        DialogPane pane = dialog.getDialogPane();
        ButtonType use = new ButtonType(Texts.get("columns.apply"), ButtonBar.ButtonData.OK_DONE);
        pane.getButtonTypes().setAll(use, new ButtonType(Texts.get("columns.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE));
        pane.lookupButton(use).disableProperty().bind(form.possibleProperty().not());
        pane.setContent(form);
        ZoomedDialog.dress(dialog);
        dialog.resultProperty().subscribe(result -> {
            if (result == use) {
                apply(data, csv, form.choice(), survey, now);
            }
        });
        dialog.show();
    }

    private void apply(Data data, Source.Csv csv, ColumnChoice chosen, TableSurvey survey, ColumnChoice before) {
        if (chosen.equals(before)) {
            return;
        }
        Data next = data.withSource(chosen.in(csv, survey));
        worker.execute(() -> {
            try {
                Dataset read = Datasets.load(next, List.of("x1", "x2"), Path.of(""));
                Platform.runLater(() -> put(data, next, Fit.Target.of(read)));
            } catch (DataException e) {
                Platform.runLater(() -> warn.accept(Sentences.of(e)));
            }
        });
    }

    /// @param asked the data that the choice was made for; where others came meanwhile it is past
    private void put(Data asked, Data next, Fit.Target target) {
        if (bench.experiment().data().equals(asked)) {
            bench.change(Fit.with(bench.experiment(), next, Fit.UNKNOWN, target), Texts.get("columns.what"), true);
        }
    }
}

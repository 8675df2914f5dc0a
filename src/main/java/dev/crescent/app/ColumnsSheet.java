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
    private boolean opening;

    /// @param worker one thread for files
    /// @param warn tells the user a sentence
    ColumnsSheet(Stage owner, Workbench bench, ExecutorService worker, Consumer<String> warn) {
        this.owner = owner;
        this.bench = bench;
        this.worker = worker;
        this.warn = warn;
    }

    /// Looks at the table, then shows the choice; nothing if the data are no table, or while it looks.
    void open() {
        if (!opening && bench.experiment().data().source() instanceof Source.Csv csv) {
            opening = true;
            worker.execute(() -> {
                try {
                    TableSurvey survey = TableSurvey.of(csv.path());
                    ColumnChoice now = ColumnChoice.of(csv, survey);
                    answer(() -> show(csv, survey, now));
                } catch (DataException e) {
                    answer(() -> warn.accept(Sentences.of(e)));
                }
            });
        }
    }

    private void answer(Runnable with) {
        Platform.runLater(() -> {
            opening = false;
            with.run();
        });
    }

    private void show(Source.Csv csv, TableSurvey survey, ColumnChoice now) {
        ColumnsForm form = new ColumnsForm(survey, now, csv.targetUnit());
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
                Source.Csv next = form.choice().equals(now) ? csv : form.choice().in(csv, survey);
                apply(csv, form.staysDivided() ? next : next.withTargetUnit(1));
            }
        });
        dialog.show();
    }

    private void apply(Source.Csv csv, Source.Csv next) {
        if (next.equals(csv)) {
            return;
        }
        Data data = bench.experiment().data().withSource(next);
        worker.execute(() -> {
            try {
                Dataset read = Datasets.load(data, List.of("x1", "x2"), Path.of(""));
                Platform.runLater(() -> put(csv, next, Fit.Target.of(read)));
            } catch (DataException e) {
                Platform.runLater(() -> warn.accept(Sentences.of(e)));
            }
        });
    }

    /// @param asked the table that the choice was made for; where other data came meanwhile it is past
    private void put(Source.Csv asked, Source.Csv next, Fit.Target target) {
        Data now = bench.experiment().data();
        if (now.source().equals(asked)) {
            bench.change(Fit.with(bench.experiment(), now.withSource(next), Fit.UNKNOWN, target), Texts.get("columns.what"), true);
        }
    }
}

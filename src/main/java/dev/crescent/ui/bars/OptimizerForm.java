package dev.crescent.ui.bars;

import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Schedule;
import dev.crescent.experiment.Training;
import dev.crescent.ui.Hint;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.DoubleFunction;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;

/// The settings of an optimizer beyond its learning rate, with the schedule and the clip of gradients.
final class OptimizerForm {
    private final Supplier<Experiment> experiment;
    private final BiConsumer<Training, String> change;

    OptimizerForm(Supplier<Experiment> experiment, BiConsumer<Training, String> change) {
        this.experiment = experiment;
        this.change = change;
    }

    void fill(VBox form) {
        List<Node> rows = new ArrayList<>(OptimizerRows.of(training().optimizer(),
                (next, what) -> change.accept(training().withOptimizer(next), what), () -> fill(form)));
        rows.add(OptimizerRows.line());
        rows.addAll(scheduleRows(form));
        rows.add(OptimizerRows.line());
        rows.add(new NumberRow(Texts.get("optimizer.clip"), Texts.get("optimizer.clipHint"), training().clip(),
                value -> change.accept(training().withClip(value), Texts.get("mark.clip", Numbers.exact(value)))));
        form.getChildren().setAll(rows);
    }

    private List<Node> scheduleRows(VBox form) {
        Schedule now = training().schedule();
        List<Node> rows = new ArrayList<>();
        rows.add(scheduleKind(now, form));
        switch (now) {
            case Schedule.Constant _ -> { }
            case Schedule.Step s -> {
                rows.add(scheduleNumber("every", s.every(), v -> new Schedule.Step(NumberRow.whole(v), s.drop(), s.warmup()), form));
                rows.add(scheduleNumber("factor", s.drop(), v -> new Schedule.Step(s.every(), v, s.warmup()), form));
            }
            case Schedule.Exponential e ->
                rows.add(scheduleNumber("decay", e.decay(), v -> new Schedule.Exponential(v, e.warmup()), form));
            case Schedule.Cosine c ->
                rows.add(scheduleNumber("epochs", c.epochs(), v -> new Schedule.Cosine(NumberRow.whole(v), c.warmup()), form));
        }
        rows.add(scheduleNumber("warmup", now.warmup(), v -> withWarmup(training().schedule(), v), form));
        return rows;
    }

    private Node scheduleKind(Schedule now, VBox form) {
        double warmup = now.warmup();
        List<Schedule> kinds = List.of(new Schedule.Constant(warmup), new Schedule.Step(100, 0.5, warmup),
                new Schedule.Exponential(0.99, warmup), new Schedule.Cosine(1000, warmup));
        ComboBox<String> box = new ComboBox<>();
        kinds.forEach(kind -> box.getItems().add(Texts.get("schedule.kind." + kind.id())));
        box.setValue(Texts.get("schedule.kind." + now.id()));
        box.getStyleClass().add("small-control");
        Hint.give(box, Texts.get("optimizer.scheduleHint"));
        box.setOnAction(e -> {
            change.accept(training().withSchedule(kinds.get(box.getSelectionModel().getSelectedIndex())),
                    Texts.get("mark.schedule", box.getValue()));
            fill(form);
        });
        return OptimizerRows.row(Texts.get("optimizer.schedule"), box);
    }

    private Node scheduleNumber(String key, double value, DoubleFunction<Schedule> with, VBox form) {
        return new NumberRow(Texts.get("schedule." + key), Texts.get("schedule." + key + "Hint"), value, typed -> {
            change.accept(training().withSchedule(with.apply(typed)),
                    Texts.get("schedule." + key) + " " + Numbers.exact(typed));
            fill(form);
        });
    }

    private static Schedule withWarmup(Schedule schedule, double warmup) {
        return switch (schedule) {
            case Schedule.Constant _ -> new Schedule.Constant(warmup);
            case Schedule.Step s -> new Schedule.Step(s.every(), s.drop(), warmup);
            case Schedule.Exponential e -> new Schedule.Exponential(e.decay(), warmup);
            case Schedule.Cosine c -> new Schedule.Cosine(c.epochs(), warmup);
        };
    }

    private Training training() {
        return experiment.get().training();
    }
}

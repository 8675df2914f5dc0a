package dev.crescent.ui.data;

import dev.crescent.data.Dataset;
import dev.crescent.experiment.Data;
import dev.crescent.experiment.Scaling;
import dev.crescent.experiment.Source;
import dev.crescent.ui.Hint;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.Texts;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// How many samples, how noisy, how they are split and scaled, and the seed.
final class SamplingSection extends VBox {
    private static final NumberRange SAMPLES = new NumberRange(2, 1_000_000, 25, 10_000, true, 0, "");
    /// More than a slider's worth of digits takes its time to draw.
    private static final NumberRange DIGITS = new NumberRange(10, 100_000, 100, 60_000, true, 0, "");
    private static final NumberRange TRAINING = new NumberRange(5, 100, 5, 100, false, 0, "%");

    private final DataChanges changes;
    private final LiveSlider samples = new LiveSlider("data.samples", SAMPLES, this::setSamples);
    private final LiveSlider noise = new LiveSlider("data.noise", noiseRange(0.5, 2), this::setNoise);
    private final ColumnsButton columns;
    private final LiveSlider training = new LiveSlider("data.training", TRAINING, this::setTraining);
    private final MenuButton scaling = new MenuButton();
    private final Label scalingValue = new Label();
    private final SeedBox seed = new SeedBox(this::setSeed);
    private @Nullable Data data;

    /// @param columnsWanted called when the columns of a table are to be chosen
    SamplingSection(DataChanges changes, Runnable columnsWanted) {
        this.changes = changes;
        columns = new ColumnsButton(columnsWanted);
        getStyleClass().add("sampling");
        scaling.setId("data.scaling");
        scaling.setGraphic(new SettingText(Texts.get("data.scaling"), scalingValue));
        scaling.getStyleClass().addAll("setting", "tight");
        Hint.give(scaling, Texts.get("data.scaling.hint"));
        scaling.setMaxWidth(Double.MAX_VALUE);
        scaling.setMinWidth(0);
        ToggleGroup group = new ToggleGroup();
        for (Scaling each : Scaling.values()) {
            RadioMenuItem item = new RadioMenuItem(Texts.get("scaling." + each.id() + ".long"));
            item.setToggleGroup(group);
            item.setUserData(each);
            item.setOnAction(e -> setScaling(each));
            scaling.getItems().add(item);
        }
        getChildren().setAll(samples, noise, columns, training, new SeedRow(scaling, seed));
    }

    void show(Data now, @Nullable Dataset dataset) {
        data = now;
        boolean table = now.source() instanceof Source.Csv csv && csv.shape().isEmpty();
        noise.setVisible(!table); // tables are as noisy as they are
        noise.setManaged(!table);
        columns.setVisible(table);
        columns.setManaged(table);
        columns.show(dataset);
        if (now.source() instanceof Source.Points points) {
            SetFacts facts = SetFacts.of(points.set());
            samples.show(points.samples(), SAMPLES);
            noise.show(points.noise(), noiseRange(facts.mostNoise(), facts.decimals()));
        } else {
            noise.showNone("\u2013");
            if (now.source() instanceof Source.Digits digits) {
                samples.show(digits.samples(), DIGITS);
            } else {
                samples.showNone(count(now, dataset));
            }
        }
        if (dataset != null && all(dataset) == 0 && now.source() instanceof Source.Images) {
            training.showNone("\u2013");
        } else if (dataset != null && now.source() instanceof Source.Images && !isSplit(now, dataset)) {
            training.showNone(TRAINING.text(Math.rint(100.0 * dataset.train().count() / all(dataset))));
        } else {
            training.show(rounded(100 * (1 - now.testFraction())), TRAINING);
        }
        select(now.scaling());
        seed.show(now.seed());
    }

    private void select(Scaling chosen) {
        scalingValue.setText(Texts.get("scaling." + chosen.id()));
        scaling.getItems().forEach(item -> ((RadioMenuItem) item).setSelected(item.getUserData() == chosen));
        scaling.setAccessibleText(Texts.get("data.scaling") + " " + scalingValue.getText());
    }

    private static String count(Data now, @Nullable Dataset dataset) {
        if (now.source() instanceof Source.Painted painted) {
            return Numbers.fixed(painted.points().size(), 0);
        }
        return dataset == null || all(dataset) == 0 ? "\u2013" : Numbers.fixed(all(dataset), 0);
    }

    /// Whether the test part was split off, rather than read from files of its own.
    private static boolean isSplit(Data now, Dataset dataset) {
        return dataset.test().count() == Math.round(all(dataset) * now.testFraction());
    }

    private static int all(Dataset dataset) {
        return dataset.train().count() + dataset.test().count();
    }

    private static NumberRange noiseRange(double most, int decimals) {
        return new NumberRange(0, 10, 0, most, false, decimals, "");
    }

    /// Percents as they are written: 1 - 0.35 is to be 65, not 65.00000000000001.
    private static double rounded(double percent) {
        return Math.rint(percent * 1e6) / 1e6;
    }

    private void setSamples(double value, boolean finished) {
        if (data != null && data.source() instanceof Source.Points(var set, int _, double noiseNow)) {
            changes.change(data.withSource(new Source.Points(set, (int) value, noiseNow)),
                    Texts.get("data.samples.what", SAMPLES.text(value)), finished);
        }
        // Digits take too long to draw anew in every frame of a drag.
        if (finished && data != null && data.source() instanceof Source.Digits) {
            changes.change(data.withSource(new Source.Digits((int) value)),
                    Texts.get("data.samples.what", DIGITS.text(value)), true);
        }
    }

    private void setNoise(double value, boolean finished) {
        if (data != null && data.source() instanceof Source.Points(var set, int count, double _)) {
            changes.change(data.withSource(new Source.Points(set, count, value)),
                    Texts.get("data.noise.what", noiseRange(1, 2).text(value)), finished);
        }
    }

    private void setTraining(double percent, boolean finished) {
        if (data != null) {
            changes.change(data.withTestFraction((100 - percent) / 100),
                    Texts.get("data.training.what", TRAINING.text(percent)), finished);
        }
    }

    private void setScaling(Scaling value) {
        if (data != null) {
            select(data.scaling());
            changes.change(data.withScaling(value), Texts.get("data.scaling.what", Texts.get("scaling." + value.id())), true);
        }
    }

    private void setSeed(long value) {
        if (data != null) {
            changes.change(data.withSeed(value), Texts.get("data.seed.what", Long.toString(value)), true);
        }
    }
}

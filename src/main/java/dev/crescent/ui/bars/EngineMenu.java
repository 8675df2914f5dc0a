package dev.crescent.ui.bars;

import dev.crescent.experiment.Device;
import dev.crescent.ui.Texts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The engines to choose from, each with a second line that says what it runs on, or why it cannot; and the way to their
/// race.
final class EngineMenu {
    private static final double WIDTH = 300;

    private final SettingButton button;
    private final Consumer<Device> choose;
    private final Runnable race;
    private final Map<Device, Row> rows = new EnumMap<>(Device.class);
    private Device chosen = Device.AUTO;
    private List<EngineLine> lines = List.of();

    /// One engine in the menu.
    private record Row(RadioMenuItem item, Label about, VBox words) {}

    /// @param choose called with what the user chooses
    /// @param wanted called when the menu opens, and its second lines are wanted
    /// @param race called when the engines are to race
    EngineMenu(SettingButton button, Consumer<Device> choose, Runnable wanted, Runnable race) {
        this.button = button;
        this.choose = choose;
        this.race = race;
        button.setId("settings.engine");
        button.setOnShowing(e -> wanted.run());
        show(List.of(new EngineLine(Device.AUTO, "", true), new EngineLine(Device.CPU, "", true),
                new EngineLine(Device.ND4J, "", true)));
    }

    static String name(Device device) {
        return device == Device.AUTO ? Texts.get("set.auto") : device.id().toUpperCase(Locale.ROOT);
    }

    /// Shows which engine is in force.
    void show(Device device) {
        chosen = device;
        button.showValue(name(device));
        rows.forEach((of, row) -> row.item.setSelected(of == device));
    }

    /// Shows what there is to choose from. Lines change in place, since the menu may be open.
    void show(List<EngineLine> newest) {
        if (!newest.stream().map(EngineLine::device).toList().equals(lines.stream().map(EngineLine::device).toList())) {
            build(newest);
        }
        lines = List.copyOf(newest);
        for (EngineLine line : newest) {
            Row row = rows.get(line.device());
            if (row != null) {
                String about = line.device() == Device.AUTO ? Texts.get("engines.auto")
                        : line.about().isEmpty() ? Texts.get("engines.asking") : line.about();
                row.about.setText(about);
                row.words.setAccessibleText(name(line.device()) + ", " + about);
                row.item.setDisable(!line.usable());
            }
        }
    }

    private void build(List<EngineLine> newest) {
        rows.clear();
        ToggleGroup group = new ToggleGroup();
        List<MenuItem> items = new ArrayList<>();
        for (EngineLine line : newest) {
            Row row = row(line.device());
            row.item.setToggleGroup(group);
            row.item.setSelected(line.device() == chosen);
            rows.put(line.device(), row);
            items.add(row.item);
        }
        // Beside graphics a text would stand in a column of its own.
        Label raceName = new Label(Texts.get("engines.race"));
        raceName.setAccessibleText(raceName.getText());
        MenuItem racing = new MenuItem("", raceName);
        racing.setId("engine.race");
        racing.setOnAction(e -> race.run());
        items.add(new SeparatorMenuItem());
        items.add(racing);
        button.getItems().setAll(items);
    }

    private Row row(Device device) {
        Label name = new Label(name(device));
        name.getStyleClass().add("value");
        Label about = new Label();
        about.getStyleClass().add("caption");
        about.setWrapText(true);
        // A menu asks how high a line is before it knows how wide, so the width is given.
        about.setPrefWidth(WIDTH);
        about.setMinHeight(Region.USE_PREF_SIZE);
        VBox words = new VBox(1, name, about);
        RadioMenuItem item = new RadioMenuItem();
        item.setId("engine." + device.id());
        item.getStyleClass().add("engine-item");
        item.setGraphic(words);
        item.setOnAction(e -> choose.accept(device));
        return new Row(item, about, words);
    }
}

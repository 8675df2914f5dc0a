package dev.crescent.ui.race;

import dev.crescent.ui.Texts;
import dev.crescent.ui.WholeText;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The lanes of a race, one an optimizer: who it is, how far down it has come, its value, and what has become of it. A
/// click on a lane selects its optimizer, one on its name asks for its settings.
public final class RaceView extends VBox {
    /// The height of a lane at most, in a picture that has room.
    private static final double LOOSE = 84;

    private final Label subject = new Label();
    private final HBox beside = new HBox();
    private final VBox lanes = new VBox();
    private final List<LaneRow> rows = new ArrayList<>();
    private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", -1);
    private List<Lane> shown = List.of();
    private Palette palette = Palette.of(Theme.LIGHT);
    private Listener listener = (index, beside) -> {};

    public RaceView() {
        getStyleClass().add("race-view");
        Label title = new Label(Texts.get("race.title"));
        title.getStyleClass().add("panel-title");
        title.setMinWidth(USE_PREF_SIZE);
        subject.getStyleClass().add("muted");
        subject.setMinWidth(0);
        WholeText.whenCut(subject);
        HBox header = new HBox(title, subject, beside);
        HBox.setHgrow(beside, Priority.ALWAYS);
        beside.setAlignment(Pos.CENTER_RIGHT);
        header.getStyleClass().add("panel-header");
        VBox.setVgrow(lanes, Priority.ALWAYS);
        getChildren().setAll(header, lanes);
        selected.subscribe(this::refresh);
    }

    /// What the user wants of a lane.
    @FunctionalInterface
    public interface Listener {
        /// @param beside where a form belongs
        void settingsWanted(int index, Node beside);
    }

    public void setListener(Listener next) {
        listener = next;
    }

    /// Puts a control at the right end of the title's line.
    public void setBeside(Node control) {
        beside.getChildren().setAll(control);
    }

    /// Which optimizer stands out; -1 for none.
    public IntegerProperty selectedProperty() {
        return selected;
    }

    public void setTheme(Palette colors) {
        palette = colors;
        rows.forEach(row -> row.setTheme(colors));
        refresh();
    }

    /// @param about what the lanes show, a few words
    public void show(String about, List<Lane> newest) {
        subject.setText(about);
        shown = List.copyOf(newest);
        while (rows.size() > newest.size()) {
            lanes.getChildren().remove(rows.removeLast());
        }
        while (rows.size() < newest.size()) {
            add(rows.size());
        }
        refresh();
    }

    /// Another one that shows the same without its title, for a picture.
    public RaceView again(Palette colors) {
        RaceView other = new RaceView();
        other.getChildren().setAll(other.lanes);
        other.setTheme(colors);
        other.selected.set(selected.get());
        other.show(subject.getText(), shown);
        other.rows.forEach(row -> row.setMaxHeight(LOOSE));
        return other;
    }

    /// What the lanes show, a few words.
    public String subject() {
        return subject.getText();
    }

    /// How many lanes there are.
    public int count() {
        return shown.size();
    }

    private void add(int index) {
        LaneRow[] row = new LaneRow[1];
        row[0] = new LaneRow(() -> listener.settingsWanted(index, row[0].head()), () -> selected.set(index));
        row[0].head().setId("race.racer." + index);
        row[0].setTheme(palette);
        VBox.setVgrow(row[0], Priority.ALWAYS);
        rows.add(row[0]);
        lanes.getChildren().add(row[0]);
    }

    private void refresh() {
        for (int i = 0; i < shown.size() && i < rows.size(); i++) {
            rows.get(i).show(shown.get(i), i == selected.get(), palette);
        }
    }
}

package dev.crescent.ui.data;

import dev.crescent.data.DataException;
import dev.crescent.data.Datasets;
import dev.crescent.experiment.Data;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Source;
import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.theme.Theme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;

/// A data panel in a window, driven by events; what it asks for is done and written down.
final class PanelBench implements AutoCloseable {
    /// What the panel has asked for.
    final List<String> heard = new ArrayList<>();
    /// Work that waits for [#runBackground].
    final List<Runnable> background = new ArrayList<>();
    final DataPanel panel = new DataPanel(background::add);
    final Stage stage;
    Experiment experiment = Experiment.defaults();

    PanelBench() {
        panel.setListener(new Ear());
        panel.setTheme(Theme.LIGHT);
        show(experiment);
        stage = FxEvents.stage(panel, 256, 700);
    }

    @Override
    public void close() {
        stage.hide();
    }

    /// Answers as the program does: it goes on with what is wanted.
    private final class Ear implements DataPanel.Listener {
        @Override
        public void dataChanged(Data next, String what, boolean finished) {
            String points = next.source() instanceof Source.Points p ? " " + p.samples() + " noise " + p.noise() : "";
            heard.add(next.source().id() + points + " seed " + next.seed() + " test " + next.testFraction() + " "
                    + next.scaling().id() + ": " + what + (finished ? ", done" : ", going on"));
            show(experiment.withData(next));
        }

        @Override
        public void featuresChanged(List<String> next, String what) {
            heard.add(next + ": " + what);
            show(experiment.withFeatures(next));
        }

        @Override
        public void csvWanted() {
            heard.add("csv wanted");
        }

        @Override
        public void csvDropped(Path file) {
            heard.add("csv " + file);
        }

        @Override
        public void brushChanged(Brush b) {
            heard.add(b.tool() + " " + b.label() + " " + b.radius() + " " + b.amount());
        }

        @Override
        public void clearPoints() {
            heard.add("clear");
        }

        @Override
        public void undoPoints() {
            heard.add("undo");
        }
    }

    void show(Experiment next) {
        experiment = next;
        try {
            panel.show(next, Datasets.load(next.data(), next.features(), Path.of("")));
        } catch (DataException e) {
            throw new AssertionError(e);
        }
    }

    Node find(String id) {
        return panel.lookupAll("*").stream().filter(n -> id.equals(n.getId())).findFirst()
                .orElseThrow(() -> new AssertionError("Nothing has the id " + id));
    }

    void click(String id) {
        FxExtension.pulse(stage.getScene());
        FxEvents.click(find(id), 5, 5);
    }

    boolean selected(String id) {
        return ((ToggleButton) find(id)).isSelected();
    }

    String text(String id) {
        return ((TextField) find(id)).getText();
    }

    void type(String id, String text) {
        TextField field = (TextField) find(id);
        field.requestFocus();
        field.setText(text);
        Event.fireEvent(field, new ActionEvent());
    }

    void drag(String row, double by) {
        FxExtension.pulse(stage.getScene());
        Slider slider = (Slider) find(row + "-slider");
        Node thumb = Objects.requireNonNull(slider.lookup(".thumb"));
        FxEvents.drag(thumb, MouseButton.PRIMARY, 8, 8, 8 + by, 8);
    }

    List<String> sentences() {
        return panel.lookupAll(".danger-text").stream().filter(Node::isVisible).map(n -> ((Label) n).getText())
                .filter(t -> !t.isEmpty()).toList();
    }

    void runBackground() {
        for (Runnable work : List.copyOf(background)) {
            work.run();
        }
        background.clear();
        FxExtension.pulse(stage.getScene());
        FxExtension.pulse(stage.getScene());
    }
}

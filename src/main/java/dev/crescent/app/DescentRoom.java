package dev.crescent.app;

import dev.crescent.insight.descent.TestFunction;
import dev.crescent.ui.Segments;
import dev.crescent.ui.Texts;
import dev.crescent.ui.picture.ShownView;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The descent room: the loss landscape of the network on the bench, a race of optimizers on it, or one on a function of two
/// variables.
/// All methods run on the JavaFX thread.
final class DescentRoom implements AutoCloseable {
    private final FunctionDescent functions;
    private final List<DescentPart> parts;
    private final HBox bar = new HBox(12);
    private final StackPane below = new StackPane();
    private final VBox content = new VBox(below);
    private final Runnable other;
    private final Segments choices;
    private DescentPart shown;

    /// @param path of the run on the bench
    /// @param failures told of errors in the program itself
    /// @param other called when another part is shown
    DescentRoom(Workbench bench, RunPath path, Failures failures, Runnable other) {
        functions = new FunctionDescent(failures);
        parts = List.of(new NetworkDescent(bench, path, failures), new RaceDescent(bench, failures), functions);
        this.other = other;
        shown = parts.getFirst();
        content.getStyleClass().add("descent-room");
        bar.getStyleClass().add("descent-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(below, Priority.ALWAYS);
        choices = choices();
        choose(shown);
    }

    /// Shows the race down a function from now on, which goes on where it was if it is on that one.
    void showFunction(TestFunction wanted) {
        int last = parts.size() - 1;
        functions.show(wanted);
        if (shown != parts.get(last)) {
            choices.choose(last);
            choose(parts.get(last));
        }
    }

    private Segments choices() {
        List<ToggleButton> buttons = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            ToggleButton button = new ToggleButton(Texts.get("descent.part." + i));
            button.setId("descent.part." + i);
            buttons.add(button);
        }
        return new Segments(buttons, number -> {
            shown.leave();
            choose(parts.get(number));
            shown.enter();
            other.run();
        });
    }

    private void choose(DescentPart part) {
        shown = part;
        HBox.setHgrow(part.bar(), Priority.ALWAYS);
        bar.getChildren().setAll(choices, part.bar());
        below.getChildren().setAll(part.content());
    }

    /// What is shown, and its settings, one row high.
    Region bar() {
        return bar;
    }

    Region content() {
        return content;
    }

    /// What runs what is shown; empty where it is the training on the bench.
    List<Node> transport() {
        return shown.transport();
    }

    /// What there are pictures of, besides those of what is on the bench.
    List<ShownView> pictures() {
        return shown.pictures();
    }

    void setTheme(Theme theme) {
        Palette colors = Palette.of(theme);
        parts.forEach(part -> part.setTheme(colors));
    }

    void enter() {
        shown.enter();
    }

    void leave() {
        shown.leave();
    }

    /// Takes a key before the rest of the window does.
    ///
    /// @return whether the key was the room's to take
    boolean take(KeyEvent event) {
        return shown.take(event);
    }

    void frame(long now) {
        shown.frame(now);
    }

    @Override
    public void close() {
        parts.forEach(DescentPart::close);
    }
}

package dev.crescent.app;

import dev.crescent.ui.zoom.Zoom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.controlsfx.control.ToggleSwitch;

/// The window's keys. Letters and Space belong to a text field while one has the focus.
final class Shortcuts {
    private final Map<KeyCombination, Runnable> always = new LinkedHashMap<>();
    private final Map<KeyCombination, Runnable> outsideText = new LinkedHashMap<>();

    private final Predicate<KeyEvent> first;

    private Shortcuts(Predicate<KeyEvent> first) {
        this.first = first;
    }

    /// @param first takes a key outside of texts before all others, if it is its to take
    static void install(Scene scene, Stage stage, FileActions files, Runnable export, RunActions run, PlaygroundRoom room, Runnable undo,
            Runnable redo, Appearance appearance, Runnable help, Presenting presenting, Supplier<Rooms.Room> current,
            Predicate<KeyEvent> first) {
        Shortcuts keys = new Shortcuts(first);
        keys.outside("Space", run::toggle);
        keys.outside("S", run::step);
        keys.outside("Shift+S", run::epoch);
        keys.outside("R", run::reset);
        keys.outside("Shift+R", run::newStart);
        keys.outside("T", () -> appearance.setDark(!appearance.isDark()));
        keys.outside("Shift+T", () -> appearance.setHighContrast(!appearance.isHighContrast()));
        for (String larger : List.of("Shortcut+Plus", "Shortcut+Shift+Plus", "Shortcut+Equals", "Shortcut+Shift+Equals", "Shortcut+Add")) {
            keys.anywhere(larger, () -> appearance.setFontScale(Zoom.larger(appearance.fontScale())));
        }
        for (String smaller : List.of("Shortcut+Minus", "Shortcut+Subtract")) {
            keys.anywhere(smaller, () -> appearance.setFontScale(Zoom.smaller(appearance.fontScale())));
        }
        for (String usual : List.of("Shortcut+0", "Shortcut+Numpad 0")) {
            keys.anywhere(usual, () -> appearance.setFontScale(Zoom.USUAL));
        }
        keys.outside("Shortcut+Z", undo);
        keys.outside("Shortcut+Shift+Z", redo);
        keys.outside("Shortcut+Y", redo);
        keys.anywhere("Shortcut+N", files::create);
        keys.anywhere("Shortcut+O", files::open);
        keys.anywhere("Shortcut+S", files::save);
        keys.anywhere("Shortcut+Shift+S", files::saveAs);
        keys.anywhere("Shortcut+E", export);
        keys.anywhere("Shortcut+Q", () -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        keys.anywhere("F1", help);
        keys.anywhere("F5", () -> presenting.tour(0));
        keys.anywhere("Shift+F5", () -> presenting.bench(current.get()));
        keys.anywhere("F11", () -> stage.setFullScreen(!stage.isFullScreen()));
        keys.anywhere("Shortcut+1", () -> flip(room.panels().dataShownProperty()));
        keys.anywhere("Shortcut+2", () -> flip(room.panels().curvesShownProperty()));
        keys.anywhere("Shortcut+3", () -> flip(room.panels().outputShownProperty()));
        scene.addEventFilter(KeyEvent.KEY_PRESSED, keys::pressed);
    }

    private static void flip(BooleanProperty property) {
        property.set(!property.get());
    }

    private void outside(String keys, Runnable action) {
        outsideText.put(KeyCombination.valueOf(keys), action);
    }

    private void anywhere(String keys, Runnable action) {
        always.put(KeyCombination.valueOf(keys), action);
    }

    private void pressed(KeyEvent event) {
        run(always, event);
        if (!event.isConsumed() && !inText(event) && !activates(event)) {
            if (first.test(event)) {
                event.consume();
            } else {
                run(outsideText, event);
            }
        }
    }

    /// Space presses the control that the keyboard has been moved to.
    private static boolean activates(KeyEvent event) {
        return event.getCode() == KeyCode.SPACE && event.getTarget() instanceof Control control
                && control.isFocusVisible()
                && (control instanceof ButtonBase || control instanceof ToggleSwitch || control instanceof ComboBoxBase<?>);
    }

    private static boolean inText(KeyEvent event) {
        return event.getTarget() instanceof TextInputControl;
    }

    private static void run(Map<KeyCombination, Runnable> keys, KeyEvent event) {
        for (Map.Entry<KeyCombination, Runnable> entry : keys.entrySet()) {
            if (entry.getKey().match(event)) {
                event.consume();
                entry.getValue().run();
                return;
            }
        }
    }
}

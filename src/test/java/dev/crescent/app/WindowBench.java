package dev.crescent.app;

import dev.crescent.data.download.RemoteImages;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.ExperimentWriter;
import dev.crescent.experiment.ImageSet;
import dev.crescent.train.Command;
import dev.crescent.train.Engines;
import dev.crescent.train.Snapshot;
import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/// A whole window with a user's folder of its own, driven by events on the JavaFX thread.
final class WindowBench implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    final Stage stage = new Stage();
    final Failures announced = new Failures();
    final MainWindow window;
    final Preferences preferences;
    /// What nobody caught, on whatever thread.
    final List<Throwable> failures = new ArrayList<>();
    private final Thread.UncaughtExceptionHandler before;
    private boolean closed;

    /// Starts as the program does, but in the room at once.
    ///
    /// @param home the user's folder
    /// @param arguments nothing, or one experiment file
    WindowBench(Path home, String... arguments) {
        this(home, new Engines(List.of(new CpuEngine())), arguments);
    }

    WindowBench(Path home, Engines engines, String... arguments) {
        this(home, engines, RemoteImages::of, arguments);
    }

    /// @param known what images can be downloaded
    WindowBench(Path home, Engines engines, Function<ImageSet, Optional<RemoteImages>> known, String... arguments) {
        this(home, engines, known, Opening::inRoom, arguments);
    }

    private WindowBench(Path home, Engines engines, Function<ImageSet, Optional<RemoteImages>> known,
            UnaryOperator<Opening> as, String... arguments) {
        before = Thread.currentThread().getUncaughtExceptionHandler();
        Thread.currentThread().setUncaughtExceptionHandler((thread, error) -> failures.add(error));
        UserFolder folder = new UserFolder(home);
        Desk desk = Desk.take(folder);
        preferences = Preferences.read(folder.preferences());
        Opening opening = as.apply(Opening.read(List.of(arguments), preferences, desk, engines));
        window = new MainWindow(stage, opening, engines, preferences, desk, announced, folder, known);
        window.show();
        await("the first snapshot", () -> window.bench().trainer().latest() != null);
        settle();
    }

    /// The window as a user meets it: on the start screen, if it begins there.
    static WindowBench opened(Path home, String... arguments) {
        return new WindowBench(home, new Engines(List.of(new CpuEngine())), RemoteImages::of, UnaryOperator.identity(), arguments);
    }

    /// The window on an experiment that was on the bench when the program was last closed.
    static WindowBench on(Path home, Experiment experiment) {
        keep(new UserFolder(home).autosave(1), Document.recovered(experiment));
        return new WindowBench(home);
    }

    /// Keeps a document as a window does.
    static void keep(Path file, Document document) {
        try {
            new Autosave(file).write(Work.of(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path write(Path file, Experiment experiment) throws IOException {
        return Files.writeString(file, ExperimentWriter.write(experiment));
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            window.close();
            stage.hide();
            Thread.currentThread().setUncaughtExceptionHandler(before);
            if (!failures.isEmpty()) {
                throw new AssertionError("Nobody caught " + failures.getFirst(), failures.getFirst());
            }
        }
    }

    Workbench bench() {
        return window.bench();
    }

    Experiment experiment() {
        return bench().experiment();
    }

    Snapshot latest() {
        return Objects.requireNonNull(bench().trainer().latest());
    }

    Scene scene() {
        return stage.getScene();
    }

    void send(Command command) {
        bench().trainer().send(command);
    }

    /// Draws frames until something is so.
    void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Not seen in " + PATIENCE.toSeconds() + " s: " + what);
            }
            FxExtension.pulse(scene());
        }
    }

    Snapshot awaitSnapshot(String what, Predicate<Snapshot> condition) {
        await(what, () -> condition.test(latest()));
        return latest();
    }

    /// Waits until the trainer works on what is on the bench.
    void settle() {
        await("the trainer has caught up", () -> latest().experiment().equals(experiment()));
        FxExtension.pulse(scene());
    }

    /// Presses keys as written in menus: "Ctrl+Z".
    void press(String keys) {
        KeyCombination combination = KeyCombination.valueOf(keys.replace("Ctrl", "Shortcut"));
        boolean shift = keys.contains("Shift+");
        boolean shortcut = keys.contains("Ctrl+");
        KeyCode code = Objects.requireNonNull(KeyCode.getKeyCode(keys.substring(keys.lastIndexOf('+') + 1)));
        boolean mac = System.getProperty("os.name", "").startsWith("Mac");
        Node owner = scene().getFocusOwner();
        for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
            KeyEvent event = new KeyEvent(type, "", "", code, shift, shortcut && !mac, false, shortcut && mac);
            if (type == KeyEvent.KEY_PRESSED && !combination.match(event)) {
                throw new IllegalArgumentException("Not a key: " + keys);
            }
            if (owner == null || owner.getScene() != scene()) { // what had the focus has just gone
                Event.fireEvent(scene(), event);
            } else {
                Event.fireEvent(owner, event);
            }
        }
    }

    Node find(String id) {
        return scene().getRoot().lookupAll("*").stream().filter(node -> id.equals(node.getId())).findFirst()
                .orElseThrow(() -> new AssertionError("Nothing has the id " + id));
    }

    /// Clicks on a node with an id, as the mouse does.
    void click(String id) {
        FxExtension.pulse(scene());
        FxEvents.click(find(id), 5, 5);
    }

    /// Clicks on the first button with this text, or this text for screen readers.
    void clickButton(String text) {
        FxEvents.click(button(text), 5, 5);
    }

    ButtonBase button(String text) {
        FxExtension.pulse(scene());
        return scene().getRoot().lookupAll("*").stream()
                .filter(node -> node instanceof ButtonBase b && (text.equals(b.getText()) || text.equals(b.getAccessibleText())))
                .map(ButtonBase.class::cast).findFirst().orElseThrow(() -> new AssertionError("No button " + text));
    }

    Node picture() {
        return Objects.requireNonNull(scene().lookup(".output-picture"));
    }

    /// The newest sentence over the panels; empty while there is none.
    String line() {
        return List.of("passing", "suggested", "left", "standing").stream().map(this::banner).filter(text -> !text.isEmpty()).findFirst()
                .orElse("");
    }

    /// The sentence of the banner of that kind, the newest of several; empty while there is none.
    String banner(String which) {
        List<String> said = scene().getRoot().lookupAll(".danger-line").stream()
                .filter(node -> ("banner." + which).equals(node.getId()) && node.isVisible())
                .map(node -> node.lookupAll(".label").stream().filter(Label.class::isInstance)
                        .map(label -> ((Label) label).getText()).findFirst().orElse("")).toList();
        return said.isEmpty() ? "" : said.getLast();
    }

    List<String> offers() {
        return scene().getRoot().lookupAll(".danger-line").stream().filter(Node::isVisible)
                .flatMap(banner -> banner.lookupAll(".button").stream()).filter(Button.class::isInstance).map(node -> ((Button) node).getText())
                .filter(text -> !text.isEmpty()).toList();
    }
}

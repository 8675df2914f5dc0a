package dev.crescent.app;

import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.engine.cuda.CudaEngine;
import dev.crescent.engine.nd4j.Nd4jEngine;
import dev.crescent.lesson.LessonReader;
import dev.crescent.train.Engines;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// The desktop program.
public final class CrescentApp extends Application {
    private final Failures failures = new Failures();
    private final Engines engines = new Engines(List.of(new CpuEngine(), new Nd4jEngine(),
            new CudaEngine(new CpuEngine(), failures::announce)));
    private final UserFolder folder = UserFolder.find();
    private final Locale system = Locale.getDefault(); // before another language is spoken
    private @Nullable Desk desk;
    private @Nullable Path lesson; // that was asked for
    private Preferences preferences = new Preferences(folder.preferences());
    private @Nullable Opening opening;
    private @Nullable OpenWindow window;

    /// Called by JavaFX.
    public CrescentApp() {}

    @Override
    public void init() {
        failures.install();
        Logs.start(folder.log());
        preferences = Preferences.read(folder.preferences());
        OpenWindow.speak(preferences, system);
        desk = Desk.take(folder);
        List<String> asked = getParameters().getRaw();
        lesson = asked.isEmpty() ? null : lesson(asked.getFirst());
        opening = Opening.read(lesson == null ? asked : List.of(), preferences, desk, engines);
    }

    /// The lesson that was asked for; null if it is something else.
    private static @Nullable Path lesson(String asked) {
        try {
            Path file = Path.of(asked).toAbsolutePath().normalize();
            return LessonReader.isLesson(file) ? file : null;
        } catch (InvalidPathException e) {
            return null; // a link
        }
    }

    @Override
    public void start(Stage stage) {
        // Before the first control is made, which would else read JavaFX's own style sheet for nothing.
        setUserAgentStylesheet(Appearance.theme(preferences).userAgentStylesheet());
        Curtain.show(stage, Appearance.theme(preferences), preferences, () -> open(stage));
    }

    private void open(Stage stage) {
        if (opening != null && desk != null) {
            OpenWindow one = new OpenWindow(stage, engines, preferences, failures, folder, desk, system);
            window = one;
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("crescent-end").unstarted(one::endNow));
            EndSignals.install();
            MainWindow made = one.open(opening);
            Path talk = lesson;
            if (talk != null) {
                made.onFirstFrame(() -> made.openLesson(talk));
            }
            made.onFirstFrame(Rehearsal.isAskedFor() ? () -> Rehearsal.begin(made) : CrescentApp::started);
        }
    }

    /// The engine warms up only now: compiling its loops would keep the first picture waiting.
    @SuppressWarnings("ThreadPriorityCheck") // only a wish: nothing is wrong where it is ignored
    private static void started() {
        ProcessHandle.current().info().startInstant().ifPresent(start -> Logs.info(
                "First frame " + Duration.between(start, Instant.now()).toMillis() + " ms after the start"));
        Thread.ofPlatform().name("crescent-warm-up").daemon(true).priority(Thread.MIN_PRIORITY)
                .start(CpuEngine::warmUp);
    }

    @Override
    public void stop() {
        if (window != null) {
            window.close();
        } else if (desk != null) {
            desk.close();
        }
        // GTK crashes when the program ends under an open popup.
        List.copyOf(Window.getWindows()).reversed().forEach(Window::hide);
        Platform.exit();
    }
}

package dev.crescent.app;

import dev.crescent.train.Engines;
import dev.crescent.ui.Language;
import dev.crescent.ui.Texts;
import java.util.List;
import java.util.Locale;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The program's window, which is opened anew to speak another language: all its texts are read when it is made.
final class OpenWindow {
    private final Stage stage;
    private final Engines engines;
    private final Preferences preferences;
    private final Failures failures;
    private final UserFolder folder;
    private final Locale system;
    private volatile @Nullable MainWindow window; // null while it is opened anew
    private volatile Desk desk;
    private boolean closed;

    /// @param desk given back at the end
    /// @param system the system's language
    OpenWindow(Stage stage, Engines engines, Preferences preferences, Failures failures, UserFolder folder, Desk desk,
            Locale system) {
        this.stage = stage;
        this.engines = engines;
        this.preferences = preferences;
        this.failures = failures;
        this.folder = folder;
        this.desk = desk;
        this.system = system;
    }

    /// Before a window's first text is read. The toolkit's own words, as those of its dialogs' buttons, come in the same language.
    ///
    /// @param system the language where none was chosen
    static void speak(Preferences preferences, Locale system) {
        Language language = Language.of(preferences.language(), system);
        Texts.use(language);
        if (!Locale.getDefault().getLanguage().equals(language.id())) {
            Locale.setDefault(language.locale());
        }
    }

    MainWindow open(Opening opening) {
        MainWindow made = new MainWindow(stage, opening, engines, preferences, desk, failures, folder);
        window = made;
        made.onReopen(() -> reopen(made));
        made.show();
        return made;
    }

    /// In its place, with what is on its bench as at the next start, where the user is.
    private void reopen(MainWindow old) {
        boolean atStart = old.isAtStart();
        window = null;
        old.leave();
        speak(preferences, system);
        Thread.ofPlatform().name("crescent-reopen").start(() -> {
            desk = desk.again();
            Opening read = Opening.read(List.of(), preferences, desk, engines);
            Platform.runLater(() -> {
                if (!closed) {
                    open(atStart ? read : read.inRoom());
                }
            });
        });
    }

    /// Null while it is opened anew.
    @Nullable MainWindow window() {
        return window;
    }

    void close() {
        closed = true;
        MainWindow open = window;
        if (open != null) {
            open.close();
        }
        desk.close();
    }

    /// Keeps what there is, when the system ends the program and leaves a moment for it. Called by any thread.
    void endNow() {
        MainWindow open = window;
        if (open != null) {
            open.endNow();
        }
    }
}

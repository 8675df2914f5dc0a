package dev.crescent.app;

import javafx.application.Application;

/// Starts the window. Apart from the application class, so that JavaFX may lie on the class path or the module path.
public final class Launch {
    private Launch() {}

    /// Opens the window and returns when it is closed.
    ///
    /// @param arguments nothing, or one experiment file
    public static void main(String[] arguments) {
        Application.launch(CrescentApp.class, arguments);
    }
}

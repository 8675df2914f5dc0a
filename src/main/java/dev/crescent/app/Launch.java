package dev.crescent.app;

import dev.crescent.cli.Commands;
import javafx.application.Application;

/// Starts the window. Apart from the application class, so that JavaFX may lie on the class path or the module path.
public final class Launch {
    private Launch() {}

    /// Opens the window and returns when it is closed. Without a display, says so and ends the program with status 2.
    ///
    /// @param arguments nothing, or one experiment file, shipped experiment or link
    public static void main(String[] arguments) {
        try {
            Application.launch(CrescentApp.class, arguments);
        } catch (UnsupportedOperationException e) {
            // What JavaFX throws where its platform cannot be started.
            System.err.println("There is no display to open the window on; set DISPLAY, or use a command that needs none,"
                    + " see crescent --help");
            System.exit(Commands.BAD_INPUT);
        }
    }
}

package dev.crescent.app;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;

/// The program with which the system shows folders.
final class FileManager {
    private FileManager() {}

    /// Shows a folder.
    ///
    /// @throws IOException if the system has no such program
    static void show(Path folder) throws IOException {
        new ProcessBuilder(command(System.getProperty("os.name", ""), folder)).redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD).start();
    }

    /// What shows a folder on a system.
    ///
    /// @param system as the property `os.name` names it
    static List<String> command(String system, Path folder) {
        String program = system.startsWith("Windows") ? "explorer" : system.startsWith("Mac") ? "open" : "xdg-open";
        return List.of(program, folder.toString());
    }
}

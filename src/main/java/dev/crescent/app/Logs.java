package dev.crescent.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.ConsoleHandler;
import java.util.logging.FileHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/// The log file in the user's folder: two files of at most half a megabyte.
final class Logs {
    private static final int BYTES = 500_000;
    private static final Logger LOGGER = Logger.getLogger("dev.crescent");

    private Logs() {}

    /// Begins to log to a file; a folder that cannot be written to leaves the console.
    static void start(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Handler handler = new FileHandler(file.toString().replace("%", "%%") + ".%g", BYTES, 2, true);
            handler.setFormatter(new SimpleFormatter());
            LOGGER.addHandler(handler);
            LOGGER.setUseParentHandlers(false);
        } catch (IOException e) {
            Handler console = new ConsoleHandler();
            console.setFormatter(new Sentences());
            LOGGER.addHandler(console);
            LOGGER.setUseParentHandlers(false);
            LOGGER.log(Level.WARNING, "The log file " + file + " cannot be written");
        }
    }

    /// What is said on a terminal where there is no log file: without where in the program it happened.
    private static final class Sentences extends Formatter {
        @Override
        public String format(LogRecord entry) {
            return entry.getMessage() + System.lineSeparator();
        }
    }

    static void info(String sentence) {
        LOGGER.log(Level.INFO, sentence);
    }

    static void error(String sentence, Throwable error) {
        LOGGER.log(Level.SEVERE, sentence, error);
    }

    static void warning(String sentence, Throwable error) {
        LOGGER.log(Level.WARNING, sentence, error);
    }
}

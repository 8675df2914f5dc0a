package dev.crescent.app;

import dev.crescent.ui.theme.Theme;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/// What the window remembers from one start to the next. Values that make no sense are passed over.
final class Preferences {
    private static final int RECENT = 8;

    private final Path file;
    private final Properties values = new Properties();

    Preferences(Path file) {
        this.file = file;
    }

    /// Reads what was remembered; a damaged file is taken as an empty one.
    static Preferences read(Path file) {
        Preferences preferences = new Preferences(file);
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            preferences.values.load(reader);
        } catch (NoSuchFileException e) {
            return preferences;
        } catch (IOException | IllegalArgumentException e) {
            Logs.warning("The preferences in " + file + " cannot be read and start anew", e);
        }
        return preferences;
    }

    void write() {
        try {
            StringWriter text = new StringWriter();
            values.store(text, null);
            UserFolder.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            Logs.warning("The preferences cannot be written to " + file, e);
        }
    }

    Theme theme() {
        return values.getProperty("theme", "light").equals("dark") ? Theme.DARK : Theme.LIGHT;
    }

    void setTheme(Theme theme) {
        values.setProperty("theme", theme == Theme.DARK ? "dark" : "light");
    }

    /// A size or a place; `otherwise` if none was kept, or one outside the range.
    double number(String key, double otherwise, double low, double high) {
        try {
            double value = Double.parseDouble(values.getProperty(key, ""));
            return value >= low && value <= high ? value : otherwise;
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    void setNumber(String key, double value) {
        values.setProperty(key, Double.toString(value));
    }

    boolean flag(String key, boolean otherwise) {
        String value = values.getProperty(key, "");
        return otherwise ? !value.equals("false") : value.equals("true");
    }

    void setFlag(String key, boolean value) {
        values.setProperty(key, Boolean.toString(value));
    }

    String text(String key) {
        return values.getProperty(key, "");
    }

    void setText(String key, String value) {
        values.setProperty(key, value);
    }

    /// The files opened or saved last, newest first.
    List<Path> recent() {
        List<Path> recent = new ArrayList<>();
        for (int i = 0; i < RECENT; i++) {
            String path = values.getProperty("recent." + i, "");
            if (!path.isBlank()) {
                try {
                    recent.add(Path.of(path));
                } catch (InvalidPathException e) {
                    Logs.warning("A recent file has no possible name", e);
                }
            }
        }
        return List.copyOf(recent);
    }

    void addRecent(Path path) {
        List<Path> recent = new ArrayList<>(recent());
        Path whole = path.toAbsolutePath().normalize();
        recent.remove(whole);
        recent.addFirst(whole);
        for (int i = 0; i < RECENT; i++) {
            if (i < recent.size()) {
                values.setProperty("recent." + i, recent.get(i).toString());
            } else {
                values.remove("recent." + i);
            }
        }
    }
}

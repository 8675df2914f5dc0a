package dev.crescent.app;

import dev.crescent.ui.Language;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// What the window remembers from one start to the next. Values that make no sense are passed over.
///
/// Two windows may be open: each writes only what was changed in it, over what the other has written.
final class Preferences {
    private static final int RECENT = 8;

    private final Path file;
    private final Properties values = new Properties();
    private final Map<String, String> changed = new LinkedHashMap<>(); // since it was written last
    private final List<Path> opened = new ArrayList<>(); // likewise, oldest first
    private final List<Path> removed = new ArrayList<>(); // likewise
    private final Object writing = new Object();

    Preferences(Path file) {
        this.file = file;
    }

    /// Reads what was remembered; a damaged file is taken as an empty one.
    static Preferences read(Path file) {
        Preferences preferences = new Preferences(file);
        preferences.values.putAll(load(file));
        return preferences;
    }

    private static Properties load(Path file) {
        Properties loaded = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            loaded.load(reader);
        } catch (NoSuchFileException e) {
            return loaded;
        } catch (IOException | IllegalArgumentException e) {
            Logs.warning("The preferences in " + file + " cannot be read and start anew", e);
        }
        return loaded;
    }

    /// Writes what was changed since the last time; what cannot be written now is written with what is changed next.
    void write() {
        synchronized (writing) { // or of two writers each would miss what the other is about to write
            Changes taken = take();
            try {
                StringWriter text = new StringWriter();
                taken.appliedTo(load(file)).store(text, null);
                UserFolder.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                giveBack(taken);
                Logs.warning("The preferences cannot be written to " + file, e);
            }
        }
    }

    /// What was changed here.
    private record Changes(Map<String, String> values, List<Path> opened, List<Path> removed) {
        /// What the file has by now, with these.
        Properties appliedTo(Properties all) {
            all.putAll(values);
            removed.forEach(path -> removeRecent(all, path));
            opened.forEach(path -> addRecent(all, path));
            return all;
        }
    }

    private synchronized Changes take() {
        Changes taken = new Changes(new LinkedHashMap<>(changed), List.copyOf(opened), List.copyOf(removed));
        changed.clear();
        opened.clear();
        removed.clear();
        return taken;
    }

    /// What was changed again meanwhile stays so.
    private synchronized void giveBack(Changes taken) {
        taken.values.forEach(changed::putIfAbsent);
        List<Path> since = new ArrayList<>(opened);
        since.addAll(removed);
        opened.addAll(0, taken.opened.stream().filter(path -> !since.contains(path)).toList());
        removed.addAll(0, taken.removed.stream().filter(path -> !since.contains(path)).toList());
    }

    private synchronized void set(String key, String value) {
        values.setProperty(key, value);
        changed.put(key, value);
    }

    /// The language that was chosen, by its id; empty for the system's.
    String language() {
        return values.getProperty("language", "");
    }

    /// Takes effect at the next start.
    ///
    /// @param language null for the system's
    void setLanguage(@Nullable Language language) {
        set("language", language == null ? "" : language.id());
    }

    /// Whether the user wants it dark; nothing if the system is to decide.
    Optional<Boolean> dark() {
        return switch (text("theme")) {
            case "dark" -> Optional.of(true);
            case "light" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    void setDark(boolean wanted) {
        set("theme", wanted ? "dark" : "light");
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
        set(key, Double.toString(value));
    }

    boolean flag(String key, boolean otherwise) {
        String value = values.getProperty(key, "");
        return otherwise ? !value.equals("false") : value.equals("true");
    }

    void setFlag(String key, boolean value) {
        set(key, Boolean.toString(value));
    }

    String text(String key) {
        return values.getProperty(key, "");
    }

    void setText(String key, String value) {
        set(key, value);
    }

    /// The files opened or saved last, newest first.
    List<Path> recent() {
        return recent(values);
    }

    private static List<Path> recent(Properties from) {
        List<Path> recent = new ArrayList<>();
        for (int i = 0; i < RECENT; i++) {
            String path = from.getProperty("recent." + i, "");
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

    synchronized void addRecent(Path path) {
        Path whole = path.toAbsolutePath().normalize();
        addRecent(values, whole);
        removed.remove(whole);
        opened.remove(whole);
        opened.add(whole);
    }

    /// Takes a file out of the list; it stays where it is.
    synchronized void removeRecent(Path path) {
        removeRecent(values, path);
        opened.remove(path);
        removed.add(path);
    }

    private static void removeRecent(Properties from, Path path) {
        List<Path> recent = new ArrayList<>(recent(from));
        recent.remove(path);
        setRecent(from, recent);
    }

    private static void addRecent(Properties to, Path path) {
        List<Path> recent = new ArrayList<>(recent(to));
        recent.remove(path);
        recent.addFirst(path);
        setRecent(to, recent);
    }

    private static void setRecent(Properties to, List<Path> recent) {
        for (int i = 0; i < RECENT; i++) {
            if (i < recent.size()) {
                to.setProperty("recent." + i, recent.get(i).toString());
            } else {
                to.remove("recent." + i);
            }
        }
    }
}

package dev.crescent.host;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// Where Crescent keeps what can be had again: `$XDG_CACHE_HOME/crescent`, or the place that the system has for such things.
public final class CacheFolder {
    private CacheFolder() {}

    /// This user's; it need not exist yet.
    public static Path find() {
        return find(System.getenv(), System.getProperty("os.name", ""), System.getProperty("user.home", "."));
    }

    static Path find(Map<String, String> environment, String system, String home) {
        String chosen = environment.getOrDefault("XDG_CACHE_HOME", "");
        if (!chosen.isBlank()) {
            return Path.of(chosen, "crescent");
        }
        String lower = system.toLowerCase(Locale.ROOT);
        String local = environment.getOrDefault("LOCALAPPDATA", "");
        if (lower.startsWith("windows") && !local.isBlank()) {
            return Path.of(local, "Crescent", "Cache");
        }
        return lower.startsWith("mac") ? Path.of(home, "Library", "Caches", "Crescent") : Path.of(home, ".cache", "crescent");
    }
}

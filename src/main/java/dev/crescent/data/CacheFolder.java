package dev.crescent.data;

import dev.crescent.experiment.ImageSet;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// Where data sets lie that an experiment names without a path: `$XDG_CACHE_HOME/crescent`, or the place that the system
/// has for what can be had again.
record CacheFolder(Path path) {
    /// This user's folder; it need not exist.
    static CacheFolder find() {
        return find(System.getenv(), System.getProperty("os.name", ""), System.getProperty("user.home", "."));
    }

    static CacheFolder find(Map<String, String> environment, String system, String home) {
        String chosen = environment.getOrDefault("XDG_CACHE_HOME", "");
        if (!chosen.isBlank()) {
            return new CacheFolder(Path.of(chosen, "crescent"));
        }
        String lower = system.toLowerCase(Locale.ROOT);
        String local = environment.getOrDefault("LOCALAPPDATA", "");
        if (lower.startsWith("windows") && !local.isBlank()) {
            return new CacheFolder(Path.of(local, "Crescent", "Cache"));
        }
        return new CacheFolder(lower.startsWith("mac") ? Path.of(home, "Library", "Caches", "Crescent")
                : Path.of(home, ".cache", "crescent"));
    }

    /// The folder of an image data set: of `mnist`, the folder `mnist`.
    Path of(ImageSet set) {
        return path.resolve(set.id());
    }
}

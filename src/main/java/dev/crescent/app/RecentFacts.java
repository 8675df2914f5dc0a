package dev.crescent.app;

import dev.crescent.ui.start.RecentFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/// What the system knows of a file of late. The same path with another time is another state of the file.
///
/// @param written when it was written last; null if it is not there any more
record RecentFacts(Path path, @Nullable Instant written, long bytes) {
    /// Asks the system; not on the JavaFX thread.
    static RecentFacts of(Path path) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return new RecentFacts(path, attributes.lastModifiedTime().toInstant(), attributes.size());
        } catch (IOException e) {
            return new RecentFacts(path, null, 0);
        }
    }

    /// As a list shows it.
    RecentFile shown(ZonedDateTime now) {
        return new RecentFile(path, Titles.shown(path), written == null ? "" : When.said(written, now), written == null);
    }

    /// As a list shows it before the system was asked.
    RecentFile listed() {
        return new RecentFile(path, Titles.shown(path), "", false);
    }
}
